using System.Buffers;

namespace NewsAlerts.Rules.Parsing;

/// <summary>
/// The operators of other search languages. Those that say what one of ours does are taken for it; of the others a query
/// says nothing that could be done here.
/// </summary>
internal static class ForeignOperators
{
    /// <summary>The letters that the names of operators have.</summary>
    public static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private const string Sentence = "NEAR/15";
    private const string Paragraph = "NEAR/50";

    // In capitals only: each is a word of English, too.
    private static readonly Dictionary<string, string> OtherWords = new()
    {
        ["UND"] = "AND",
        ["ODER"] = "OR",
        ["NICHT"] = "NOT",
        ["ET"] = "AND",
        ["OU"] = "OR",
        ["SAUF"] = "NOT",
        ["И"] = "AND",
        ["ИЛИ"] = "OR",
        ["НЕ"] = "NOT",
    };

    /// <summary>
    /// Whether a word is NEAR with its distance: NEAR/5, NEAR5, near/5, w/5, within/5, AROUND(5), whose parentheses are part of the
    /// word here.
    /// </summary>
    public static bool IsNear(ReadOnlySpan<char> word)
    {
        var letters = word.IndexOfAnyExcept(Letters);
        if (letters <= 0 || !IsNameOfNear(word[..letters]))
        {
            return false;
        }

        var rest = word[letters..];
        return word.StartsWith(QueryWords.NearStart)
            || (rest is ['/', .. var afterSlash] && IsNumber(afterSlash))
            || (rest is ['(', .. var inside, ')'] && IsNumber(inside))
            || (IsNumber(rest) && word[0] is 'N' or 'A' && char.IsUpper(word[1]));
    }

    /// <summary>Whether a word stands before the distance of a NEAR.</summary>
    public static bool IsNameOfNear(ReadOnlySpan<char> word) =>
        word.Equals("NEAR", StringComparison.OrdinalIgnoreCase)
        || word.Equals("AROUND", StringComparison.OrdinalIgnoreCase)
        || word.Equals("WITHIN", StringComparison.OrdinalIgnoreCase)
        || word.Equals("W", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a word is an operator of another language that says what none of ours does.</summary>
    public static bool IsForeign(ReadOnlySpan<char> word) => word is "XOR" || Meant(word) is not null;

    /// <summary>The operator that comes closest to a foreign one; null where none does.</summary>
    public static string? Meant(ReadOnlySpan<char> word)
    {
        var letters = word.IndexOfAnyExcept(Letters) is var end and >= 0 ? end : word.Length;
        var name = word[..letters];
        var rest = word[letters..];
        return word is "ADJ" ? QueryWords.NearStart + "1"
            : name is "ADJ" && IsNumber(rest) ? $"{QueryWords.NearStart}{rest}"
            : name is "PRE" or "ONEAR" or "pre" && rest is ['/', .. var number] && IsNumber(number) ? $"{QueryWords.NearStart}{number}"
            : word is "w/s" or "W/S" or "w/sent" ? Sentence
            : word is "w/p" or "W/P" or "w/para" ? Paragraph
            : null;
    }

    /// <summary>The operator that a word in capitals means in another language than English; null where it is none.</summary>
    public static string? Translated(string word) => OtherWords.GetValueOrDefault(word);

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length > 0 && text.IndexOfAnyExceptInRange('0', '9') < 0;
}
