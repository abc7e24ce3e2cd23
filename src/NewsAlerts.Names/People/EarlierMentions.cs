using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.People;

/// <summary>Finds where a text has used the family name of a place before it, in whatever case.</summary>
internal static class EarlierMentions
{
    // A text names people in full where they first appear.
    private const int Most = 4;

    private const int LongestEnding = 3;

    /// <summary>The first of them, in the order of the text.</summary>
    public static List<Range> Before(ReadOnlySpan<char> text, int start, int end)
    {
        var word = text[start..end];
        var stem = Scripts.HasCapitals(Scripts.Of(word)) && word.Length > 5 ? word[..^2] : word;
        var found = new List<Range>();
        for (int at = 0, tried = 0; tried < Most; tried++)
        {
            var next = text[at..start].IndexOf(stem, StringComparison.Ordinal);
            if (next < 0)
            {
                break;
            }

            var first = at + next;
            at = first + stem.Length;
            while (at < start && char.IsLetter(text[at]))
            {
                at++;
            }

            if ((first == 0 || !char.IsLetter(text[first - 1])) && at - first <= word.Length + LongestEnding)
            {
                found.Add(first..at);
            }
        }

        return found;
    }
}
