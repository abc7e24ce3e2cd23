using Spectre.Console;

namespace NewsAlerts.Local.Commands.Printing;

/// <summary>Writes lines of Spectre.Console's markup: in colours on a terminal, plain otherwise.</summary>
internal sealed class Lines(TextWriter output)
{
    private const int Width = 80;
    private const string Continuation = "    ";

    private readonly IAnsiConsole _console = Terminal.Create(output);

    /// <summary>One line, however long.</summary>
    public void Write(string markup) => _console.MarkupLine(markup);

    /// <summary>A sentence behind its beginning, broken where it would be wider than 80 columns.</summary>
    /// <param name="beginning">The beginning, as markup.</param>
    /// <param name="sentence">The sentence, as plain text.</param>
    /// <param name="continuation">What the lines after the first begin with: four spaces by default.</param>
    public void WriteSentence(string beginning, string sentence, string continuation = Continuation)
    {
        // Spectre.Console takes a text of spaces for an empty one.
        var columns = string.IsNullOrWhiteSpace(beginning) ? beginning.Length : Markup.Remove(beginning).Length;
        var before = beginning;
        foreach (var line in Fold(sentence, columns, continuation))
        {
            Write(before + Markup.Escape(line));
            before = "";
        }
    }

    /// <summary>The lines of a sentence that stands behind so many columns, each of at most 80 where its words allow that.</summary>
    public static IReadOnlyList<string> Fold(string sentence, int columns, string continuation = Continuation)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in sentence.Split(' '))
        {
            if (columns + 1 + word.Length > Width && columns > continuation.Length)
            {
                lines.Add(line);
                line = continuation + word;
                columns = line.Length;
            }
            else
            {
                line += " " + word;
                columns += 1 + word.Length;
            }
        }

        return [.. lines, line];
    }
}
