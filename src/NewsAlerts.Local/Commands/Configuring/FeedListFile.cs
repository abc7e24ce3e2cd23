using NewsAlerts.Configuration.Editing;
using NewsAlerts.Http;
using NewsAlerts.Local.Commands.Printing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Configuring;

/// <summary>Adds feeds to an alerts.yaml and says what came of it.</summary>
internal static class FeedListFile
{
    /// <summary>Adds the feeds that the file does not have yet; returns the exit code.</summary>
    /// <param name="path">The file; made where there is none.</param>
    /// <param name="feeds">The feeds.</param>
    /// <param name="output">Where to say what was added.</param>
    /// <param name="error">Where to say what went wrong.</param>
    /// <param name="leftOut">What was left out before, to be said with the rest.</param>
    public static int Add(
        string path, IReadOnlyList<NewFeed> feeds, TextWriter output, TextWriter error, IReadOnlyList<RefusedFeed>? leftOut = null)
    {
        var file = ConfigurationFile.Load(path);
        if (file is { Exists: true, IsReadable: false })
        {
            return Refuse(file, error);
        }

        var edit = FeedListEditor.Add(file.Text, path, feeds, Environment.GetEnvironmentVariable);
        if (edit.Mistakes.Count > 0)
        {
            return Refuse(file with { Result = file.Result with { Configuration = null, Mistakes = edit.Mistakes, Warnings = [] } }, error);
        }

        try
        {
            if (edit.Added.Count > 0)
            {
                file.Replace(edit.Text);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            WriteError(path, $"it cannot be written: {exception.Message}", error);
            return ExitCode.Failed;
        }

        Report(edit with { Refused = [.. leftOut ?? [], .. edit.Refused] }, path, new Lines(output));
        return ExitCode.Done;
    }

    /// <summary>Says what is wrong with a file.</summary>
    public static void WriteError(string file, string message, TextWriter error) =>
        new Lines(error).WriteSentence($"[bold]{Markup.Escape(file)}:[/] [red]error:[/]", message);

    /// <summary>Says why a file is not written; returns the exit code.</summary>
    public static int Refuse(ConfigurationFile file, TextWriter error)
    {
        new ConfigurationReport(error).Write(file);
        new Lines(error).Write("Nothing was written.");
        return ExitCode.WrongInput;
    }

    private static void Report(FeedListEdit edit, string config, Lines lines)
    {
        foreach (var feed in edit.Added)
        {
            var tags = feed.Tags.Count > 0 ? $" [grey]({Markup.Escape(string.Join(", ", feed.Tags))})[/]" : "";
            lines.Write($"[green]+[/] {Markup.Escape(feed.Name ?? AddressSecrets.Redact(feed.Url))}{tags}");
        }

        foreach (var (feed, reason) in edit.Refused)
        {
            lines.WriteSentence("[yellow]left out:[/]", $"'{AddressSecrets.Redact(feed.Url)}' {reason}");
        }

        var refused = edit.Refused.Count > 0 ? $", {edit.Refused.Count} left out" : "";
        lines.Write($"{Markup.Escape(config)}: {edit.Added.Count} added, {edit.Present.Count} already there{refused}");
    }
}
