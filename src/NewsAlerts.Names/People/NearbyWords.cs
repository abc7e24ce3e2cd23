using System.Globalization;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.People;

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
            while (first > 0
                && (IsLetter(text[first - 1])
                    || (first > 1
                        && first < end
                        && IsLetter(text[first - 2])
                        && IsInside(text[first - 1], text[first - 2]))))
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
            while (last < text.Length
                && (IsLetter(text[last])
                    || (last > start
                        && last + 1 < text.Length
                        && IsLetter(text[last + 1])
                        && IsInside(text[last], text[last - 1]))))
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

    // What lies outside the plane ends a word: half of it would be no text.
    private static bool IsLetter(char character) =>
        !char.IsSurrogate(character) && TextFolding.Table[character] != TextFolding.Separator;

    /// <summary>
    /// Whether a character between two letters belongs to the word: a hyphen, or the geresh of ג׳, whatever stands
    /// for it.
    /// </summary>
    private static bool IsInside(char character, char before) =>
        IsHyphen(character) || (character is '\'' or '’' or '׳' && before is >= 'א' and <= 'ת');

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
                _ when char.IsWhiteSpace(character) => WordGap.Space,
                _ when char.GetUnicodeCategory(character) == UnicodeCategory.Format => WordGap.Space,
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
