using NewsAlerts.Messages;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Printing;

/// <summary>Prints texts with words lit up: in colour on a terminal, in brackets elsewhere.</summary>
internal sealed class LitLines(TextWriter output)
{
    private readonly IAnsiConsole _console = Terminal.Create(output);

    /// <summary>One line, of pieces that are lit up or not.</summary>
    public void Write(IEnumerable<(string Text, bool Lit)> pieces)
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
            output.WriteLine(string.Concat(clean.Select(piece => piece.Lit ? $"[{piece.Text}]" : piece.Text)));
        }
    }

    /// <summary>A text that is clean already, behind its beginning.</summary>
    public void Write(string beginning, LitText text) =>
        Write([(beginning, false), .. text.Runs().Select(run => (run.Text, run.Lit))]);
}
