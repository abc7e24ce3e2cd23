namespace NewsAlerts.Names.People;

/// <summary>
/// Katakana names in a text without spaces: a run of Katakana is a word, a middle dot joins given and family name.
/// </summary>
internal static class KanaRun
{
    /// <summary>Whether a place is only a part of a longer word.</summary>
    public static bool IsInside(ReadOnlySpan<char> text, int start, int end) =>
        (start > 0 && IsKatakana(text[start - 1])) || (end < text.Length && IsKatakana(text[end]));

    /// <summary>The word that a middle dot joins to the front of a place, if there is one.</summary>
    public static List<NearbyWord> Before(ReadOnlySpan<char> text, int start)
    {
        var words = new List<NearbyWord>();
        for (var end = start - 1; end > 0 && text[end] is '・' or '＝' or '=' && IsKatakana(text[end - 1]);)
        {
            var first = end;
            while (first > 0 && IsKatakana(text[first - 1]))
            {
                first--;
            }

            words.Add(new(text[first..end].ToString(), WordGap.Space, first));
            end = first - 1;
        }

        return words;
    }

    private static bool IsKatakana(char character) => character is >= 'ァ' and <= 'ヺ' or 'ー';
}
