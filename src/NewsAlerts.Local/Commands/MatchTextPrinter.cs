using NewsAlerts.Rules;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary>Prints the items that match, with the words lit up: in colour on a terminal, in brackets elsewhere.</summary>
internal sealed class MatchTextPrinter : IMatchPrinter
{
    private readonly TextWriter _output;
    private readonly IAnsiConsole _console;

    public MatchTextPrinter(TextWriter output)
    {
        _output = output;
        _console = Terminal.Create(output);
    }

    public void Print(MatchItem item, MatchRules rules, IReadOnlyList<int> matched)
    {
        if (matched.Count == 0)
        {
            return;
        }

        var places = matched.SelectMany(rule => rules.Matcher.Locate(rule, item.Text)).ToList();
        Write(MatchExcerpt.Whole(item.Text, TextField.Title, places));
        foreach (var field in (TextField[])[TextField.Summary, TextField.Body])
        {
            if (places.Exists(place => place.Field == field))
            {
                Write([("  ", false), .. MatchExcerpt.AroundFirst(item.Text, field, places)]);
            }
        }

        Write([("  " + string.Join(" · ", item.About.Append($"rules: {string.Join(", ", matched.Select(rules.NameOf))}")), false)]);
    }

    private void Write(IEnumerable<(string Text, bool Lit)> pieces)
    {
        // A feed's text is not to command the terminal.
        var clean = pieces.Select(piece => piece with
        {
            Text = string.Concat(piece.Text.Select(character => char.IsControl(character) ? ' ' : character)),
        });
        if (_console.Profile.Out.IsTerminal && _console.Profile.Capabilities.Ansi)
        {
            _console.MarkupLine(string.Concat(clean.Select(piece =>
                piece.Lit ? $"[bold yellow]{Markup.Escape(piece.Text)}[/]" : Markup.Escape(piece.Text))));
        }
        else
        {
            // Not through the console, which breaks lines at its width.
            _output.WriteLine(string.Concat(clean.Select(piece => piece.Lit ? $"[{piece.Text}]" : piece.Text)));
        }
    }
}
