using System.Globalization;
using System.Text;
using NewsAlerts.Messages;
using Spectre.Console;

namespace NewsAlerts.Local.Demo.View;

/// <summary>
/// Texts in columns of a terminal, as markup. A Chinese character takes two columns and an Arabic vowel sign none, so
/// that neither characters nor UTF-16 units tell how wide a text is.
/// </summary>
internal static class Cells
{
    private const string Ellipsis = "…";

    // Keeps a terminal that sorts right-to-left text from drawing the next column's into this one.
    private const string LeftToRight = "\u200E";

    /// <summary>The text in exactly so many columns: cut with an ellipsis, or filled with spaces.</summary>
    public static string Fit(string text, int columns) => Fit(new LitText(text, []), columns);

    /// <summary>The text in exactly so many columns, its matched words lit up.</summary>
    public static string Fit(LitText text, int columns)
    {
        var cut = Cut(text, columns);
        var markup = cut.Render(Markup.Escape, "[black on yellow]", "[/]");
        var turn = cut.Text.Any(IsRightToLeft) ? LeftToRight : "";
        return markup + turn + new string(' ', Math.Max(0, columns - cut.Text.GetCellWidth()));
    }

    private static LitText Cut(LitText text, int columns)
    {
        if (text.Text.GetCellWidth() <= columns)
        {
            return text;
        }

        if (columns < 1)
        {
            return new LitText("", []);
        }

        var cut = new StringBuilder();
        var width = 0;
        var characters = StringInfo.GetTextElementEnumerator(text.Text);
        while (characters.MoveNext())
        {
            var character = characters.GetTextElement();
            width += character.GetCellWidth();
            if (width > columns - 1)
            {
                break;
            }

            cut.Append(character);
        }

        var kept = cut.ToString().TrimEnd();
        return new LitText(kept + Ellipsis, text.Within(0, kept.Length));
    }

    private static bool IsRightToLeft(char character) =>
        character is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');
}
