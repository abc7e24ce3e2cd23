using System.Buffers;
using System.Globalization;
using NewsAlerts.Names.Text;
using NewsAlerts.Rules.Places;

namespace NewsAlerts.Rules.Parsing;

/// <summary>Reads the single words of a query: bare words, prefixes, and the distance in NEAR.</summary>
internal static class QueryWords
{
    /// <summary>The farthest that NEAR reaches: less than the gap between two fields.</summary>
    public const int FarthestNear = 99;

    /// <summary>What a NEAR begins with.</summary>
    public const string NearStart = "NEAR/";

    private static readonly SearchValues<char> BoostCharacters = SearchValues.Create("0123456789.");

    /// <summary>The word or prefix that the text is; null with a message where it is neither.</summary>
    public static QueryNode? Read(string text, out string message, out string? suggestion)
    {
        var bare = text.TrimEnd('*');
        message = "";
        suggestion = "";
        if (bare.Length == 0)
        {
            message = "`*` stands for the rest of a word; it needs the first letters before it.";
            return null;
        }

        if (bare.Contains('?', StringComparison.Ordinal))
        {
            return ReadWildcard(text, bare, out message, out suggestion);
        }

        if (bare.Contains('*', StringComparison.Ordinal))
        {
            message = "`*` stands only at the end of a word.";
            suggestion = WithoutInnerStars(bare);
            return null;
        }

        if (IsSlop(bare, out var beforeSlop))
        {
            message = $"`{bare[beforeSlop.Length..]}` stands behind a phrase in quotes: it says how many words may be between.";
            suggestion = beforeSlop;
            return null;
        }

        if (IsBoost(bare, out var beforeBoost))
        {
            message = $"`{bare[beforeBoost.Length..]}` gives no weight here: an item is found, or it is not.";
            suggestion = beforeBoost;
            return null;
        }

        var tokens = TokenReader.Count(bare);
        if (tokens == 0)
        {
            message = $"`{text}` has no letter or digit to look for.";
            suggestion = OperatorMeant(text);
            return null;
        }

        if (bare.Length == text.Length)
        {
            return new QueryNode.Word(text);
        }

        if (WordPart.Of(bare).Any(part => part.Sign.Length > 0))
        {
            message = $"`*` stands after a letter or digit; the signs of `{bare}` are looked for, too.";
            suggestion = bare;
            return null;
        }

        if (tokens == 1)
        {
            return new QueryNode.Prefix(bare);
        }

        message = $"`*` stands after a single word; `{bare}` is {tokens}.";
        suggestion = bare;
        return null;
    }

    /// <summary>How many words a phrase's <c>~</c> allows between its own; null where it states no such number.</summary>
    public static int? ReadSlop(string slop) =>
        int.TryParse(slop.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var between) && between is > 0 and <= FarthestNear
            ? between
            : null;

    /// <summary>
    /// The distance that a NEAR states, in whichever form; null where it states none, with the operator that was probably meant.
    /// </summary>
    public static int? ReadDistance(string near, out string suggestion)
    {
        var digits = near.AsSpan(near.AsSpan().IndexOfAnyExcept(ForeignOperators.Letters) is var end and >= 0 ? end : near.Length)
            .TrimStart("/(").TrimEnd(')');
        var isNumber = digits.Length > 0 && digits.IndexOfAnyExceptInRange('0', '9') < 0;
        if (isNumber && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var distance) && distance <= FarthestNear)
        {
            suggestion = NearStart + "1";
            return distance > 0 ? distance : null;
        }

        suggestion = isNumber ? $"{NearStart}{FarthestNear}" : NearStart + "5";
        return null;
    }

    private static QueryNode.Wildcard? ReadWildcard(string text, string bare, out string message, out string suggestion)
    {
        var pieces = bare.Split('?');
        var isInside = pieces[0].Length > 0 && (pieces[^1].Length > 0 || bare.Length < text.Length);
        message = "";
        suggestion = "";
        if (isInside && Array.TrueForAll(pieces, IsPartOfWord))
        {
            return new QueryNode.Wildcard(bare.Length < text.Length ? bare + "*" : bare);
        }

        var trimmed = bare.Trim('?');
        message = "`?` stands for one character inside a single word.";
        suggestion = TokenReader.Count(bare) == 0 ? ""
            : trimmed.Contains('?', StringComparison.Ordinal) || bare.Contains('*', StringComparison.Ordinal) ? $"\"{trimmed}\""
            : trimmed + text[bare.Length..];
        return null;
    }

    private static bool IsPartOfWord(string piece)
    {
        var folded = Folded.Of(piece);
        return piece.Length == 0
            || (folded.Length > 0 && !TextFolding.StandsAlone(folded[0]) && !folded.Contains(' ', StringComparison.Ordinal)
                && piece.AsSpan().IndexOfAny('*', '~') < 0 && TokenReader.Count(piece + piece) == 1);
    }

    private static bool IsSlop(string word, out string before)
    {
        var tilde = word.LastIndexOf('~');
        before = tilde < 0 ? "" : word[..tilde];
        return tilde >= 0 && word.AsSpan(tilde + 1).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool IsBoost(string word, out string before)
    {
        var caret = word.LastIndexOf('^');
        before = caret < 0 ? "" : word[..caret];
        return caret >= 0 && caret + 1 < word.Length && word.AsSpan(caret + 1).IndexOfAnyExcept(BoostCharacters) < 0;
    }

    private static string WithoutInnerStars(string text)
    {
        var trimmed = text.TrimStart('*');
        var star = trimmed.IndexOf('*', StringComparison.Ordinal);
        return star < 0 ? trimmed : trimmed[..(star + 1)];
    }

    private static string OperatorMeant(string text) => text switch
    {
        "&" or "&&" or "+" => "AND",
        "|" or "||" => "OR",
        "!" => "NOT",
        _ => "",
    };
}
