using System.Globalization;
using System.Text;

namespace NewsAlerts.Channels.Email;

/// <summary>Breaks a text into lines for a terminal.</summary>
internal static class TextWrap
{
    /// <summary>
    /// Lines of at most <paramref name="width"/> columns, broken at spaces; a word that is wider than a line, such as a
    /// Japanese sentence, between its characters.
    /// </summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var piece in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width)))
        {
            var space = piece.StartsWord && line.Length > 0 ? 1 : 0;
            if (line.Length > 0 && used + space + piece.Width > width)
            {
                yield return line.ToString();
                line.Clear();
                (used, space) = (0, 0);
            }

            line.Append(' ', space).Append(piece.Text);
            used += space + piece.Width;
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    private static IEnumerable<(string Text, int Width, bool StartsWord)> Pieces(string word, int width)
    {
        if (TextWidth.Of(word) <= width)
        {
            return [(word, TextWidth.Of(word), true)];
        }

        return Characters(word).Select((character, i) => (character, TextWidth.Of(character), i == 0));
    }

    private static IEnumerable<string> Characters(string word)
    {
        var characters = StringInfo.GetTextElementEnumerator(word);
        while (characters.MoveNext())
        {
            yield return characters.GetTextElement();
        }
    }
}
