using System.Globalization;

namespace NewsAlerts.Rules.Names;

/// <summary>Reads the words beside a place.</summary>
internal static class NearbyWords
{
    /// <summary>The words before a place, the nearest first, up to a break.</summary>
    public static List<NearbyWord> Before(ReadOnlySpan<char> text, int start, int most)
    {
        var words = new List<NearbyWord>();
        for (var at = start; words.Count < most;)
        {
            var end = at;
            while (end > 0 && !IsLetter(text[end - 1]))
            {
                end--;
            }

            var gap = GapOf(text[end..at]);
            var first = end;
            while (first > 0 && (IsLetter(text[first - 1]) || (first > 1 && IsHyphen(text[first - 1]) && IsLetter(text[first - 2]) && first < end)))
            {
                first--;
            }

            if (first == end || gap == WordGap.Break)
            {
                break;
            }

            words.Add(new(text[first..end].ToString(), gap, first));
            at = first;
        }

        return words;
    }

    /// <summary>The words after a place, the nearest first, up to a break.</summary>
    public static List<NearbyWord> After(ReadOnlySpan<char> text, int end, int most)
    {
        var words = new List<NearbyWord>();
        for (var at = end; words.Count < most;)
        {
            var start = at;
            while (start < text.Length && !IsLetter(text[start]))
            {
                start++;
            }

            var gap = GapOf(text[at..start]);
            var last = start;
            while (last < text.Length && (IsLetter(text[last]) || (last + 1 < text.Length && IsHyphen(text[last]) && IsLetter(text[last + 1]) && last > start)))
            {
                last++;
            }

            if (last == start || gap == WordGap.Break)
            {
                break;
            }

            words.Add(new(text[start..last].ToString(), gap, start));
            at = last;
        }

        return words;
    }

    private static bool IsLetter(char character) => TextFolding.Table[character] != TextFolding.Separator;

    private static bool IsHyphen(char character) => character is '-' or '\u2010' or '\u2011' or '\u05be';

    private static WordGap GapOf(ReadOnlySpan<char> gap)
    {
        var found = WordGap.Space;
        foreach (var character in gap)
        {
            var next = character switch
            {
                '\n' or '\r' => WordGap.Break,
                '.' or '٫' => WordGap.Stop,
                ',' or '،' or '、' => WordGap.Comma,
                '\'' or '’' or '‘' or 'ʼ' => WordGap.Apostrophe,
                '・' or '·' or '＝' or '=' or '"' or '“' or '”' or '„' or '«' or '»' => WordGap.Space,
                _ when IsHyphen(character) => WordGap.Hyphen,
                _ when char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format => WordGap.Space,
                _ => WordGap.Break,
            };
            if (next == WordGap.Space)
            {
                continue;
            }

            if (found != WordGap.Space || next == WordGap.Break)
            {
                return WordGap.Break;
            }

            found = next;
        }

        return found == WordGap.Hyphen && gap.Length > 1 ? WordGap.Break : found;
    }
}
