using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using NewsAlerts.Http;
using NewsAlerts.Polling.Asking;

namespace NewsAlerts.Local.Commands.Feeds;

/// <summary><c>alerts feed</c>: fetches and parses feeds, and prints what was found.</summary>
internal static class FeedCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("url-or-file")
        {
            Description = "Addresses or files.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = CommonOptions.Json("one object an input, in order,");
        var @base = new Option<Uri?>("--base")
        {
            Description = "For files: where the document came from.",
            HelpName = "url",
            CustomParser = ReadAddress,
        };
        var headers = new Option<string[]>("--header")
        {
            Description = "For files: how the document was served, such as \"Content-Type: text/xml\".",
            HelpName = "name: value",
        };
        headers.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => !token.Value.Contains(':', StringComparison.Ordinal)) is { } wrong)
            {
                result.AddError($"--header takes \"Name: value\", not \"{wrong.Value}\".");
            }
        });
        var allowPrivate = new Option<bool>("--allow-private") { Description = "Let addresses be private." };
        var command = new Command("feed", "Fetch and parse feeds, and print what was found.")
        {
            inputs, json, @base, headers, allowPrivate,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var reader = new FeedInputReader(
                Client(result.GetValue(allowPrivate)), result.GetValue(@base), result.GetValue(headers) ?? []);
            IFeedPrinter printer = result.GetValue(json)
                ? new FeedJsonPrinter(result.InvocationConfiguration.Output)
                : new FeedTextPrinter(result.InvocationConfiguration.Output);
            var exitCode = ExitCode.Done;
            foreach (var input in result.GetRequiredValue(inputs))
            {
                var read = await reader.ReadAsync(input, cancellationToken);
                await printer.PrintAsync(read);
                exitCode = read.Error is null ? exitCode : ExitCode.Failed;
            }

            return exitCode;
        });
        return command;
    }

    private static Uri? ReadAddress(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address))
        {
            return address;
        }

        result.AddError($"--base takes an absolute URL, not \"{result.Tokens[0].Value}\".");
        return null;
    }

    private static FeedClient Client(bool allowPrivate)
    {
        var guard = allowPrivate ? AddressGuard.None : new AddressGuard(() => [], "add --allow-private");
        return new FeedClient(OutgoingHttp.CreateClient(guard, DecompressionMethods.All), TimeProvider.System, () => null);
    }
}
