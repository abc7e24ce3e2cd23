using System.CommandLine;
using NewsAlerts.Configuration.Editing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary><c>alerts import</c>: adds the feeds of a feed reader to the configuration.</summary>
internal static class ImportCommand
{
    internal static Command Create()
    {
        var opml = new Argument<string>("opml") { Description = "The list of feeds that a feed reader exported (OPML)." };
        var config = CommonOptions.Config();
        var command = new Command("import", "Add the feeds of an OPML file to the configuration, and leave everything else in it as it is.")
        {
            opml,
            config,
        };
        command.SetAction(arguments => Import(
            arguments.GetRequiredValue(opml),
            arguments.GetRequiredValue(config),
            arguments.InvocationConfiguration.Output,
            arguments.InvocationConfiguration.Error));
        return command;
    }

    private static int Import(string opml, string config, TextWriter output, TextWriter error)
    {
        var read = ReadOpml(opml);
        if (read.Error is not null)
        {
            WriteError(opml, read.Error, error);
            return ExitCode.WrongInput;
        }

        var file = ConfigurationFile.Load(config);
        if (file is { Exists: true, IsReadable: false })
        {
            return Refuse(file, error);
        }

        var edit = FeedListEditor.Add(file.Text, config, read.Feeds, Environment.GetEnvironmentVariable);
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
            WriteError(config, $"it cannot be written: {exception.Message}", error);
            return ExitCode.Failed;
        }

        Report(edit, config, new Lines(output));
        return ExitCode.Done;
    }

    private static void WriteError(string file, string message, TextWriter error) =>
        new Lines(error).WriteSentence($"[bold]{Markup.Escape(file)}:[/] [red]error:[/]", message);

    private static OpmlResult ReadOpml(string path)
    {
        try
        {
            var read = OpmlReader.Read(File.ReadAllBytes(path));
            return read is { Error: null, Feeds.Count: 0 } ? new OpmlResult([], "it names no feed") : read;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new OpmlResult([], $"it cannot be read: {exception.Message}");
        }
    }

    private static int Refuse(ConfigurationFile file, TextWriter error)
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
            lines.Write($"[green]+[/] {Markup.Escape(feed.Name ?? feed.Url)}{tags}");
        }

        foreach (var (feed, reason) in edit.Refused)
        {
            lines.WriteSentence("[yellow]left out:[/]", $"'{feed.Url}' {reason}");
        }

        var refused = edit.Refused.Count > 0 ? $", {edit.Refused.Count} left out" : "";
        lines.Write($"{Markup.Escape(config)}: {edit.Added.Count} added, {edit.Present.Count} already there{refused}");
    }
}
