namespace NewsAlerts.Yaml.Values;

/// <summary>
/// Guesses which word was meant, by the letters that were left out, added, changed or swapped. Two words that differ in their
/// numbers are different things, and so are short ones of a script whose characters are syllables or words: 中国 is not 中東.
/// </summary>
internal static class NearestWord
{
    private const int LongestWord = 64;

    // Of the scripts whose characters are syllables or words: one of them says as much as several letters.
    private const char FirstSyllable = '\u1100';
    private const int ShortestOfSyllables = 4;

    /// <summary>The first of the most similar candidates; null where none differs in less than a third of its letters.</summary>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var most = MostDifferences(word, candidate);
            if (candidate.Length <= LongestWord
                && Math.Abs(candidate.Length - word.Length) <= most
                && Distance(word, candidate) is var distance
                && distance <= most
                && distance < least
                && (distance == 0 || HaveSameNumbers(word, candidate)))
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    private static int MostDifferences(string word, string candidate)
    {
        var length = Math.Max(word.Length, candidate.Length);
        var isOfSyllables = word.Any(character => character >= FirstSyllable) && !word.Any(char.IsAsciiLetter);
        return isOfSyllables ? length / ShortestOfSyllables : Math.Max(1, length / 3);
    }

    // A number that was left out is one of the letters that were.
    private static bool HaveSameNumbers(string word, string candidate) =>
        !word.Any(char.IsDigit) || word.Where(char.IsDigit).SequenceEqual(candidate.Where(char.IsDigit));

    /// <summary>The optimal string alignment distance, letter case ignored.</summary>
    private static int Distance(string one, string other)
    {
        Span<int> beforeLast = stackalloc int[LongestWord + 1];
        Span<int> last = stackalloc int[LongestWord + 1];
        Span<int> current = stackalloc int[LongestWord + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= one.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var change = Same(one[row - 1], other[column - 1]) ? 0 : 1;
                var least = Math.Min(Math.Min(last[column], current[column - 1]) + 1, last[column - 1] + change);
                var swapped = row > 1 && column > 1
                    && Same(one[row - 1], other[column - 2]) && Same(one[row - 2], other[column - 1]);
                current[column] = swapped ? Math.Min(least, beforeLast[column - 2] + 1) : least;
            }

            var free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }

        return last[other.Length];
    }

    private static bool Same(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
