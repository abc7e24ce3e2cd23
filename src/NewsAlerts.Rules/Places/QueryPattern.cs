using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Rules.Places;

/// <summary>
/// Reads regular expressions. They run on .NET's non-backtracking engine, which takes time in proportion to the text; the
/// length of an expression and the size of its automaton are limited.
/// </summary>
internal static class QueryPattern
{
    /// <summary>The longest expression, in UTF-16 units.</summary>
    public const int Longest = 500;

    private const char Slash = '/';
    private const string IgnoreCase = "i";

    // In states; an expression for all the forms of a long name has some hundred.
    private const int LargestAutomaton = 5_000;

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline;

    // The engine's own limit; it has no other way in.
    static QueryPattern() => AppContext.SetData("REGEX_NONBACKTRACKING_MAX_AUTOMATA_SIZE", LargestAutomaton);

    /// <summary>Where the slash is that ends the expression at whose first slash a text starts; -1 where there is none.</summary>
    public static int IndexOfEnd(ReadOnlySpan<char> text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] == Slash)
            {
                return at;
            }

            at += text[at] == '\\' ? 1 : 0;
        }

        return -1;
    }

    /// <summary>Reads a text with its slashes; false with the mistake in it, its place counted in that text.</summary>
    public static bool Read(
        string text, [NotNullWhen(true)] out QueryNode.Pattern? node, [NotNullWhen(false)] out QueryMistake? mistake)
    {
        node = null;
        var end = IndexOfEnd(text);
        var (pattern, flags) = (text[1..end], text[(end + 1)..]);
        mistake = Check(pattern, flags, text);
        if (mistake is not null)
        {
            return false;
        }

        try
        {
            var regex = flags == IgnoreCase
                ? new Regex(GreekForms.InPattern(pattern), Options | RegexOptions.IgnoreCase)
                : new Regex(pattern, Options);
            if (!regex.IsMatch(""))
            {
                node = new(pattern, flags, regex);
                return true;
            }

            mistake = new(0, text.Length, "This also fits where there is nothing at all; it needs a character that must be there.");
        }
        catch (RegexParseException exception)
        {
            var at = Math.Min(1 + exception.Offset, end);
            mistake = new(at, Math.Max(1, end - at), $"This is no regular expression: {Reason(exception)}");
        }
        catch (NotSupportedException exception)
        {
            mistake = new(0, text.Length, exception.Message.Contains("automata", StringComparison.Ordinal)
                ? "This regular expression is too large; repeat less, or make several rules of it."
                : "Lookarounds, backreferences and atomic groups are not supported, so that every expression is fast.");
        }

        return false;
    }

    private static QueryMistake? Check(string pattern, string flags, string text)
    {
        const string Flags = "Behind a regular expression stands `i`, to ignore case, or nothing";
        return flags.Length switch
        {
            > 1 => new(0, text.Length, $"{Flags}; a path goes between quotes.", QueryLexer.HasQuote(text) ? null : $"\"{text}\""),
            1 when flags != IgnoreCase => new(text.Length - 1, 1, $"{Flags}.", IgnoreCase),
            _ when pattern.Length > Longest => new(0, text.Length, $"This regular expression is longer than {Longest} characters."),
            _ => null,
        };
    }

    // Behind the pattern, which is in the query, and its offset, which is shown.
    private static string Reason(RegexParseException exception)
    {
        const string Offset = " at offset ";
        var start = exception.Message.LastIndexOf(Offset, StringComparison.Ordinal);
        var dot = start < 0 ? -1 : exception.Message.IndexOf(". ", start, StringComparison.Ordinal);
        return dot < 0 ? exception.Message : exception.Message[(dot + 2)..];
    }
}
