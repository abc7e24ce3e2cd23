using System.CommandLine;
using System.CommandLine.Parsing;

namespace NewsAlerts.Local.Commands.Run;

/// <summary><c>--listen</c>: where the endpoints are served; nowhere without it.</summary>
internal static class ListenOption
{
    public static Option<Uri?> Create() => new("--listen")
    {
        Description = "Serve the endpoints for hubs at this address, such as http://127.0.0.1:8080; the publicUrl of the settings leads there.",
        HelpName = "url",
        CustomParser = Read,
    };

    private static Uri? Read(ArgumentResult result)
    {
        var written = result.Tokens[0].Value;
        if (Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp
            && address is { PathAndQuery: "/", UserInfo: "", Fragment: "" })
        {
            return address;
        }

        result.AddError(written.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            ? "--listen takes an http address: a web server before it speaks https."
            : $"--listen takes an address such as http://127.0.0.1:8080, not \"{written}\".");
        return null;
    }
}
