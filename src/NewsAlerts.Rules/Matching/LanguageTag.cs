using System.Buffers;

namespace NewsAlerts.Rules.Matching;

/// <summary>Tags of languages (BCP 47): what <c>lang:</c> compares.</summary>
public static class LanguageTag
{
    private const int ShortestLanguage = 2;
    private const int LongestLanguage = 3;
    private const int LongestPart = 8;

    private static readonly SearchValues<char> Separators = SearchValues.Create("-_");

    private static readonly SearchValues<char> InPart =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>Whether a text has the form of a tag; an underscore is taken for a hyphen.</summary>
    public static bool IsTag(ReadOnlySpan<char> text)
    {
        var isFirst = true;
        foreach (var range in text.SplitAny(Separators))
        {
            var part = text[range];
            var fits = isFirst ? part.Length is >= ShortestLanguage and <= LongestLanguage : part.Length is > 0 and <= LongestPart;
            if (!fits || part.IndexOfAnyExcept(InPart) >= 0)
            {
                return false;
            }

            isFirst = false;
        }

        return true;
    }

    /// <summary>The tag in lower case with hyphens, as tags are compared; null where it is none.</summary>
    public static string? Normalize(string tag) => IsTag(tag) ? tag.ToLowerInvariant().Replace('_', '-') : null;
}
