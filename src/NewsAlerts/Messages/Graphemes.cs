using System.Globalization;

namespace NewsAlerts.Messages;

/// <summary>
/// Places in a text that may be cut: between what readers see as characters (extended grapheme clusters, UAX #29).
/// </summary>
internal static class Graphemes
{
    private const char Ellipsis = '…';

    /// <summary>How far back from a cut a space is looked for, so that no word is torn.</summary>
    private const int LongestTornWord = 24;

    /// <summary>The last place at or before <paramref name="index"/> that may be cut.</summary>
    public static int Floor(string text, int index)
    {
        var place = SafeFloor(text, Math.Clamp(index, 0, text.Length));
        while (place < index && place < text.Length)
        {
            var next = place + StringInfo.GetNextTextElementLength(text.AsSpan(place));
            if (next > index)
            {
                return place;
            }

            place = next;
        }

        return place;
    }

    /// <summary>The first place at or after <paramref name="index"/> that may be cut.</summary>
    public static int Ceiling(string text, int index)
    {
        var floor = Floor(text, index);
        return floor >= index || floor == text.Length
            ? floor
            : floor + StringInfo.GetNextTextElementLength(text.AsSpan(floor));
    }

    /// <summary>
    /// The last place at or before <paramref name="index"/> that may be cut and tears no word; where the word is too
    /// long for that, or the script has no spaces, a place within it.
    /// </summary>
    public static int WordFloor(string text, int index)
    {
        var place = Floor(text, index);
        for (var i = place; i > Math.Max(0, place - LongestTornWord); i--)
        {
            if ((i == text.Length || text[i] == ' ') && Floor(text, i) == i)
            {
                return i;
            }
        }

        return place;
    }

    /// <summary>
    /// The text in at most <paramref name="limit"/> UTF-16 units; where it is longer, whole words and an ellipsis. A
    /// limit in bytes or code points is stricter or the same, so no channel counts more than this does.
    /// </summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        return limit < 1 ? "" : string.Concat(text.AsSpan(0, WordFloor(text, limit - 1)), [Ellipsis]);
    }

    /// <summary>
    /// A place at or before <paramref name="index"/> that may be cut whatever is removed from the text elsewhere: between
    /// two units that never combine. Found without walking the text from its start.
    /// </summary>
    public static int SafeFloor(string text, int index)
    {
        for (var i = index; i > 0; i--)
        {
            if (StandsAlone(text[i - 1]) && (i == text.Length || StandsAlone(text[i])))
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>
    /// Printable ASCII, and letters of scripts in which no rule of UAX #29 joins two letters: Latin, Greek, Cyrillic,
    /// Hebrew, Arabic, kana, Han, Hangul syllables.
    /// </summary>
    private static bool StandsAlone(char c) =>
        c is (>= ' ' and <= '~') or (>= '\u00C0' and <= '\u024F') or (>= '\u0391' and <= '\u03E1')
            or (>= '\u0400' and <= '\u0481') or (>= '\u05D0' and <= '\u05EA') or (>= '\u0620' and <= '\u064A')
            or (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FA') or (>= '\u4E00' and <= '\u9FFF')
            or (>= '\uAC00' and <= '\uD7A3');
}
