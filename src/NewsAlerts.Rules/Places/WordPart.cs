using System.Globalization;
using NewsAlerts.Names.Text;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Rules.Places;

/// <summary>
/// One word of what a query looks for, with the signs that belong to its name: C++, C#, .NET, 5%. All other signs separate
/// words and are not looked for.
/// </summary>
/// <param name="Text">The word as written, without the signs.</param>
/// <param name="Folded">The word, folded.</param>
/// <param name="Sign">The signs before or behind it; empty for most words.</param>
internal sealed record WordPart(string Text, string Folded, string Sign)
{
    /// <summary>What stands behind a number that is a percentage.</summary>
    public const string Percent = "%";

    /// <summary>What stands before the name of a domain, or of a technology that is called after one.</summary>
    public const string Dot = ".";

    /// <summary>The signs that may be a name's end.</summary>
    public const string Ends = "+#";

    /// <summary>Whether the word is one of Korean, which takes particles.</summary>
    public bool IsKorean => HangulParticles.HasSyllable(Folded);

    /// <summary>How a place of the word is looked at more closely; null where the word is enough.</summary>
    public IPlaceCheck? Check => Sign switch
    {
        "" => null,
        Percent => new PercentNumber(),
        Dot => new DottedName(Text),
        _ => new NameEnd(Sign),
    };

    /// <summary>The words of a text.</summary>
    public static IReadOnlyList<WordPart> Of(string text)
    {
        var parts = new List<WordPart>();
        var reader = new TokenReader(text, new char[TextFolding.Room(text.Length)]);
        while (reader.Read())
        {
            parts.Add(new(text[reader.Start..reader.End], reader.Folded.ToString(), SignOf(text, reader.Start, reader.End)));
        }

        return parts;
    }

    /// <summary>Whether a text may have a word with such a sign, or one of Korean.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) =>
        text.ContainsAny(".+#%％") || text.ContainsAnyInRange('\u1100', '\u1112') || HangulParticles.HasSyllable(text);

    /// <summary>The signs that a name in a text ends with, right behind one of its words; empty where there are none.</summary>
    public static ReadOnlySpan<char> EndAt(ReadOnlySpan<char> text, int at)
    {
        var length = text[at..].IndexOfAnyExcept(Ends);
        return length < 0 ? text[at..] : text.Slice(at, length);
    }

    /// <summary>The word with its signs, for a person.</summary>
    public override string ToString() => Sign == Dot ? Sign + Folded : Folded + Sign;

    private static string SignOf(ReadOnlySpan<char> text, int start, int end)
    {
        // Between two words a sign joins them (a+b), unless it is one that only a name has (C++20, C#7).
        var sign = EndAt(text, end);
        var isEnd = end + sign.Length == text.Length || !IsWord(text[end + sign.Length])
            || sign is "++" || (sign is "#" && char.IsAsciiDigit(text[end + 1]));
        return sign.Length > 0 && isEnd ? sign.ToString()
            : IsNumber(text[start..end]) && text[end..].TrimStart() is ['%' or '％', ..] ? Percent
            : start > 0 && text[start - 1] == '.' && char.IsLetter(text[start]) && (start == 1 || char.IsWhiteSpace(text[start - 2])) ? Dot
            : "";
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => word.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsWord(char unit) => char.GetUnicodeCategory(unit) <= UnicodeCategory.OtherLetter || char.IsDigit(unit);
}
