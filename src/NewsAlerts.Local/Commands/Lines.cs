using Spectre.Console;

namespace NewsAlerts.Local.Commands;

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
    public void WriteSentence(string beginning, string sentence)
    {
        var line = beginning;
        var columns = Markup.Remove(beginning).Length;
        foreach (var word in sentence.Split(' '))
        {
            if (columns + 1 + word.Length > Width && columns > Continuation.Length)
            {
                Write(line);
                line = Continuation + Markup.Escape(word);
                columns = Continuation.Length + word.Length;
            }
            else
            {
                line += " " + Markup.Escape(word);
                columns += 1 + word.Length;
            }
        }

        Write(line);
    }
}
