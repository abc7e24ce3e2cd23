using System.Buffers;
using System.Text.RegularExpressions;

namespace NewsAlerts.Rules.Parsing;

/// <summary>
/// The forms of Greek letters that have the same upper case as another one: the final sigma, and those of formulas. .NET's
/// regular expressions do not take them for it where case is ignored, as Unicode's simple case folding does.
/// </summary>
internal static class GreekForms
{
    private const char FinalSigma = 'ς';
    private const char Sigma = 'σ';
    private const string Forms = "ςϐϑϕϖϰϱϵ";
    private const string Letters = "σβθφπκρε";

    private static readonly SearchValues<char> AllForms = SearchValues.Create(Forms);

    /// <summary>A text as an expression that ignores case is tried on it: of the same length.</summary>
    public static string InText(Regex pattern, string text) =>
        (pattern.Options & RegexOptions.IgnoreCase) != 0 && text.AsSpan().ContainsAny(AllForms)
            ? string.Concat(text.Select(LetterOf))
            : text;

    /// <summary>An expression with the letters in the place of their forms, but for those at the ends of a range.</summary>
    public static string InPattern(string pattern) =>
        string.Concat(pattern.Replace("\\u03c2", "\\u03c3", StringComparison.OrdinalIgnoreCase).Select((character, at) =>
            character != FinalSigma && IsBesideHyphen(pattern, at) ? character : LetterOf(character)));

    private static bool IsBesideHyphen(string pattern, int at) =>
        (at > 0 && pattern[at - 1] == '-') || (at + 1 < pattern.Length && pattern[at + 1] == '-');

    private static char LetterOf(char character) =>
        character == FinalSigma ? Sigma : Forms.IndexOf(character, StringComparison.Ordinal) is var at and >= 0 ? Letters[at] : character;
}
