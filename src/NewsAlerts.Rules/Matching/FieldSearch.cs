using System.Text.RegularExpressions;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Rules.Matching;

/// <summary>Looks through the words of one field of an item, or its text.</summary>
internal static class FieldSearch
{
    /// <summary>Whether two words are in a field at different places, not farther apart than a distance.</summary>
    public static bool AreNear(ReadOnlySpan<int> words, int left, int right, int distance)
    {
        for (var at = words.IndexOf(left); at >= 0; at = NextIndexOf(words, left, at + 1))
        {
            var before = words[Math.Max(0, at - distance)..at];
            var after = words[(at + 1)..Math.Min(words.Length, at + 1 + distance)];
            if (before.Contains(right) || after.Contains(right))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a phrase starts in a field's words from an index on; -1 where it does not.</summary>
    public static int IndexOfPhrase(ReadOnlySpan<int> words, ReadOnlySpan<int> phrase, int rarest, int from = 0)
    {
        var last = words.Length - phrase.Length;
        for (var at = from; at <= last; at++)
        {
            var found = words[(at + rarest)..].IndexOf(phrase[rarest]);
            if (found < 0 || at + found > last)
            {
                return -1;
            }

            at += found;
            if (words.Slice(at, phrase.Length).SequenceEqual(phrase))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The first token of a field from one on that starts with a prefix; -1 where there is none.</summary>
    public static int NextWithPrefix(ItemTokens tokens, int field, int from, ReadOnlySpan<char> prefix)
    {
        var end = tokens.StartOf(field) + tokens.WordsOf(field).Length;
        for (var token = from; token < end; token++)
        {
            if (tokens.Folded(token).StartsWith(prefix))
            {
                return token;
            }
        }

        return -1;
    }

    /// <summary>Whether a regular expression finds at least one character.</summary>
    public static bool Matches(Regex pattern, string text)
    {
        foreach (var match in pattern.EnumerateMatches(GreekForms.InText(pattern, text)))
        {
            if (match.Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a word is in a field's words from an index on; -1 where it is not.</summary>
    public static int NextIndexOf(ReadOnlySpan<int> words, int word, int from) =>
        words[from..].IndexOf(word) is var found and >= 0 ? from + found : -1;
}
