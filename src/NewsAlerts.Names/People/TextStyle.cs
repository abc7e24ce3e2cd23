namespace NewsAlerts.Names.People;

/// <summary>
/// How capitals are used around a place: where every word or every noun has one, a capital tells nothing.
/// </summary>
internal static class TextStyle
{
    private const int Reach = 90;

    private const int LongWord = 4;

    private static readonly char[] Gaps = [' ', ',', '\u00a0', ':', ';', '"', '“', '”', '«', '»', '(', ')', '’', '\''];

    private static readonly HashSet<string> GermanWords =
        [
            .. ("der die das und mit von dem den ist hat für nach sich auf ein eine im zum zur bei wird nicht auch " +
                "über gegen dass als").Split(' '),
        ];

    /// <summary>Whether a capital before or after a place is no sign of a name.</summary>
    public static bool HidesNames(ReadOnlySpan<char> text, int start, int end)
    {
        var (small, capital, german) = (0, 0, 0);
        foreach (var word in NearbyLine(text, start, end))
        {
            german += GermanWords.Contains(word) ? 1 : 0;
            if (word.Length >= LongWord)
            {
                var isSmall = char.IsLower(word[0]);
                (small, capital) = isSmall ? (small + 1, capital) : (small, capital + 1);
            }
        }

        return german >= 2 || (small == 0 && capital >= 2) || capital >= 4 * small + 3;
    }

    /// <summary>Whether there are no capitals at all around a place.</summary>
    public static bool IsAllSmall(ReadOnlySpan<char> text, int start)
    {
        var around = text[Math.Max(0, start - Reach)..Math.Min(text.Length, start + Reach)];
        foreach (var character in around)
        {
            if (char.IsUpper(character))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The words of the line around a place, without the place itself.</summary>
    private static List<string> NearbyLine(ReadOnlySpan<char> text, int start, int end)
    {
        var before = text[Math.Max(0, start - Reach)..start];
        var after = text[end..Math.Min(text.Length, end + Reach)];
        before = before[(before.LastIndexOfAny('\n', '.') + 1)..];
        var cut = after.IndexOfAny('\n', '.');
        return [.. Words(before), .. Words(cut < 0 ? after : after[..cut])];
    }

    private static string[] Words(ReadOnlySpan<char> text) =>
        text.ToString().Split(Gaps, StringSplitOptions.RemoveEmptyEntries);
}
