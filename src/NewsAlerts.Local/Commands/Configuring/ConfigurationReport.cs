using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Messages;
using NewsAlerts.Yaml;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Configuring;

/// <summary>Shows a person what is wrong with a configuration, each mistake under the line that it is in.</summary>
internal sealed class ConfigurationReport(TextWriter output)
{
    // The rest of what somebody asked for is to be seen, too.
    private const int MostBeside = 3;

    private readonly Lines _lines = new(output);

    public void Write(ConfigurationFile file)
    {
        var source = new SourceText(file.Path, file.Result.ShownText);
        foreach (var mistake in file.Result.Mistakes)
        {
            Write(mistake, "[red]error:[/]", source);
        }

        foreach (var warning in file.Result.Warnings)
        {
            Write(warning, "[yellow]warning:[/]", source);
        }

        _lines.Write(Summary(file));
    }

    /// <summary>Writes why a configuration is refused, where it is, beside something else; nothing where it is right.</summary>
    public void WriteRefused(ConfigurationFile file)
    {
        if (file.Result.IsRight)
        {
            return;
        }

        var source = new SourceText(file.Path, file.Result.ShownText);
        foreach (var mistake in file.Result.Mistakes.Take(MostBeside))
        {
            Write(mistake, "[red]error:[/]", source);
        }

        var more = file.Result.Mistakes.Count - MostBeside;
        var rest = more > 0 ? $"{Counted.Of(more, "more mistake")}: 'alerts check' shows all. " : "";
        _lines.WriteSentence(
            $"[red]{Markup.Escape(file.Path)} is refused.[/]",
            $"{rest}A run that goes on keeps to the last one that was right; a new one would not start. Below is what is "
            + "stored, without what the file alone says, such as names and channels.");
        _lines.Write("");
    }

    private void Write(ConfigurationMistake mistake, string severity, SourceText source)
    {
        var place = mistake.Line > 0 ? $"{mistake.File}:{mistake.Line}:{mistake.Column}:" : $"{mistake.File}:";
        var message = mistake.Message.Split('\n');
        _lines.WriteSentence($"[bold]{Markup.Escape(place)}[/] {severity}", message[0]);
        if (mistake.Line > 0 && source.Line(mistake.Line) is { Length: > 0 } line)
        {
            var excerpt = Excerpt.Of(line, mistake.Column - 1, mistake.Length);
            _lines.Write($"  {Markup.Escape(excerpt.Line)}");
            _lines.Write($"  [green]{excerpt.Marks}[/]");
        }

        foreach (var more in message.Skip(1))
        {
            _lines.Write($"  {Markup.Escape(more)}");
        }

        if (mistake.Suggestion is { } suggestion)
        {
            var question = suggestion.Length == 0 ? "leave it out?" : $"did you mean [bold]{Markup.Escape(suggestion)}[/]?";
            _lines.Write($"  {question}");
        }
    }

    private static string Summary(ConfigurationFile file)
    {
        var warnings = file.Result.Warnings.Count;
        var warned = warnings > 0 ? $", {Counted.Of(warnings, "warning")}" : "";
        return file.Result.IsRight ? $"[green]{Markup.Escape(file.Path)} is right[/]: {Counts.Of(file.Result.Configuration)}{warned}"
            : file.Result.Mistakes.Count == 0 ? $"[green]{Markup.Escape(file.Path)} is right[/], as far as it can be seen here{warned}"
            : $"[red]{Counted.Of(file.Result.Mistakes.Count, "mistake")}[/]{warned}";
    }
}
