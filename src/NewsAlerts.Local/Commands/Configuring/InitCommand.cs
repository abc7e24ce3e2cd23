using System.CommandLine;
using NewsAlerts.Configuration;
using NewsAlerts.Configuration.Editing;
using NewsAlerts.Local.Commands.Printing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Configuring;

/// <summary><c>alerts init</c>: writes a first alerts.yaml.</summary>
internal static class InitCommand
{
    /// <param name="input">Where answers come from: standard input by default.</param>
    public static Command Create(TextReader? input = null)
    {
        var contact = new Option<string?>("--contact") { Description = "Where publishers can reach you: an email or web address.", HelpName = "address" };
        var feed = new Option<string?>("--feed") { Description = "The address of a site or feed to watch.", HelpName = "url" };
        var words = new Option<string?>("--words") { Description = "What articles are to say, as a query.", HelpName = "query" };
        var notify = new Option<string?>("--notify")
        {
            Description = "Where alerts are sent: an email address, a webhook, or ${NAME} for the variable that holds it.",
            HelpName = "address",
        };
        var pick = new Option<int?>("--pick") { Description = "Of several feeds of the site, take the one of this number.", HelpName = "n" };
        var yes = new Option<bool>("--yes") { Description = "Of several feeds, take the first." };
        var command = new Command("init", "Write a first alerts.yaml from four answers, asked here or given as options.")
        {
            contact, feed, words, notify, pick, yes,
        };
        var place = PlaceOptions.ForConfiguration(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            var path = place.PathOf(result);
            if (Path.Exists(path))
            {
                await error.WriteLineAsync($"alerts: {path} is there already: 'alerts add' adds feeds to it, and --config names another file.");
                return ExitCode.WrongInput;
            }

            var given = new GivenAnswers(
                result.GetValue(contact), result.GetValue(feed), result.GetValue(words), result.GetValue(notify), result.GetValue(yes) ? 1 : result.GetValue(pick));
            try
            {
                var answers = new FirstAnswers(given, input ?? Console.In, output, error);
                return await answers.AskAsync(cancellationToken) is { } first ? Write(path, first, output, error) : answers.ExitCode;
            }
            catch (OperationCanceledException)
            {
                await error.WriteLineAsync("Nothing was written.");
                return ExitCode.Failed;
            }
        });
        return command;
    }

    private static int Write(string path, FirstConfiguration first, TextWriter output, TextWriter error)
    {
        var text = first.ToYaml();
        var file = new ConfigurationFile
        {
            Path = path,
            Text = text,
            Exists = false,
            IsSecret = first.Destination.IsSecretInFile,
            Result = ConfigurationReader.Read(text, path, Environment.GetEnvironmentVariable),
        };
        if (!file.Result.IsRight)
        {
            return FeedListFile.Refuse(file, error);
        }

        try
        {
            file.Replace(text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            FeedListFile.WriteError(path, $"it cannot be written: {exception.Message}", error);
            return ExitCode.Failed;
        }

        Report(path, first, file.Result.Configuration, output);
        return ExitCode.Done;
    }

    private static void Report(string path, FirstConfiguration first, AlertsConfiguration configuration, TextWriter output)
    {
        var lines = new Lines(output);
        lines.Write("");
        lines.Write($"[green]{Markup.Escape(path)} is written[/]: {Counts.Of(configuration)}.");
        if (first.Destination.IsEmail)
        {
            lines.WriteSentence(
                "No mail server is set:", "until one is, emails are written to files in .alerts/outbox. docs/email.md has the settings of several.", "");
        }
        else if (first.Destination.IsSecretInFile)
        {
            lines.WriteSentence("Only you can read the file,", "since the address of a webhook is a secret.", "");
        }

        var config = path == PlaceOptions.DefaultConfig ? "" : $" --config {path}";
        lines.Write("");
        lines.Write($"  {$"alerts test {first.Destination.Name}{config}",-30} sends a sample alert there");
        lines.Write($"  {$"alerts run{config}",-30} watches the feed, until Ctrl-C");
        lines.Write($"  {$"alerts add <site>{config}",-30} adds another feed");
    }
}
