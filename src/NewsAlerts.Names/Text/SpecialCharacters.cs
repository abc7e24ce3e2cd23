using System.Globalization;
using System.Text;

namespace NewsAlerts.Names.Text;

/// <summary>
/// Folds what one UTF-16 unit does not tell by itself: characters outside the Basic Multilingual Plane, those that fold to
/// several, Hangul written in its parts, Kana with their voicing marks apart, and digits above the line.
/// </summary>
internal static class SpecialCharacters
{
    private const char FirstLeading = '\u1100';
    private const char FirstVowel = '\u1161';
    private const char BeforeFirstTrailing = '\u11a7';
    private const char FirstSyllable = '\uac00';
    private const int Leadings = 19;
    private const int Vowels = 21;
    private const int Trailings = 28;

    private const string VoicingMarks = "\u3099\u309a\uff9e\uff9f";
    private const string Joiners = "\u200c\u200d";
    private const string RaisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string SemiVoicingMarks = "\u309a\uff9f";

    // Kana that take the mark of voicing; those that take the other one come right after their voiced forms.
    private const string Voiced = "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホゝヽ";
    private const string SemiVoiced = "はひふへほハヒフヘホ";

    // Units of length, which are squared and cubed; and the speed of light.
    private static readonly string[] Measures = ["km", "dm", "cm", "mm", "nm", "ft", "in", "mi", "yd", "mc"];

    private const int FirstMathLetter = 0x1d400;
    private const int AfterMathLetters = 0x1d6a4;
    private const int FirstMathDigit = 0x1d7ce;
    private const int LastMathDigit = 0x1d7ff;
    private const int Letters = 26;

    /// <summary>The UTF-16 units that are looked at more closely.</summary>
    public static IEnumerable<char> All =>
        FoldingExpansions.Table.Keys
            .Concat(VoicingMarks)
            .Concat(Joiners)
            .Concat(RaisedDigits)
            .Concat(Range(FirstLeading, Leadings))
            .Concat(Range('\ud800', 0x400));

    /// <summary>Whether a unit is the mark that changes the sound of the Kana before it.</summary>
    public static bool IsVoicingMark(char unit) => VoicingMarks.Contains(unit);

    /// <summary>Whether a unit tells how the letters beside it are joined.</summary>
    public static bool IsJoiner(char unit) => Joiners.Contains(unit);

    /// <summary>Whether a letter before a joiner is one of a script of India, where joiners are within words; elsewhere they separate words.</summary>
    public static bool IsJoined(char folded) => folded is >= '\u0900' and <= '\u0dff';

    /// <summary>Whether a unit is a digit above the line.</summary>
    public static bool IsRaisedDigit(char unit) => RaisedDigits.Contains(unit);

    /// <summary>
    /// The digit of a power, which belongs to the word before it: x², km². Above any other word a digit points to a footnote,
    /// and separates: Trump¹; null then.
    /// </summary>
    /// <param name="folded">The word before it, folded.</param>
    /// <param name="unit">A digit above the line.</param>
    public static char? Power(ReadOnlySpan<char> folded, char unit)
    {
        var isLetter = folded.Length == 1 && folded[0] is (>= 'a' and <= 'z') or (>= 'α' and <= 'ω');
        return unit != '¹' && (isLetter || Measures.Contains(folded.ToString())) ? (char)('0' + RaisedDigits.IndexOf(unit)) : null;
    }

    /// <summary>A Kana with a voicing mark behind it; itself where there is no such Kana.</summary>
    public static char Voice(char kana, char mark) =>
        SemiVoicingMarks.Contains(mark)
            ? SemiVoiced.Contains(kana) ? (char)(kana + 2) : kana
            : Voiced.Contains(kana) ? (char)(kana + 1)
            : kana switch { 'う' => 'ゔ', 'ウ' => 'ヴ', _ => kana };

    /// <summary>Folds the character that a text starts with.</summary>
    /// <param name="text">The text, which starts with one of <see cref="All"/>.</param>
    /// <param name="folded">Where the folded characters go; has room for <see cref="FoldingExpansions.Most"/>.</param>
    /// <param name="length">How many units of the text the character has.</param>
    /// <returns>How many folded characters it gives; none where it is passed over; -1 where it separates words.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded, out int length)
    {
        if (FoldingExpansions.Table.TryGetValue(text[0], out var several))
        {
            length = 1;
            several.CopyTo(folded);
            return several.Length;
        }

        return char.IsSurrogate(text[0]) ? FoldSurrogates(text, folded, out length) : FoldHangul(text, folded, out length);
    }

    // The Unicode Standard, section 3.12: conjoining jamo behaviour.
    private static int FoldHangul(ReadOnlySpan<char> text, Span<char> folded, out int length)
    {
        length = 1;
        folded[0] = text[0];
        if (text.Length < 2 || text[1] - FirstVowel is not (>= 0 and < Vowels and var vowel))
        {
            return 1;
        }

        var trailing = text.Length > 2 && text[2] - BeforeFirstTrailing is > 0 and < Trailings and var third ? third : 0;
        folded[0] = (char)(FirstSyllable + ((((text[0] - FirstLeading) * Vowels) + vowel) * Trailings) + trailing);
        length = trailing > 0 ? 3 : 2;
        return 1;
    }

    private static int FoldSurrogates(ReadOnlySpan<char> text, Span<char> folded, out int length)
    {
        if (Rune.DecodeFromUtf16(text, out var rune, out length) != System.Buffers.OperationStatus.Done)
        {
            return -1;
        }

        if (rune.Value is >= FirstMathLetter and < AfterMathLetters)
        {
            folded[0] = (char)('a' + ((rune.Value - FirstMathLetter) % Letters));
            return 1;
        }

        if (rune.Value is >= FirstMathDigit and <= LastMathDigit)
        {
            folded[0] = (char)('0' + ((rune.Value - FirstMathDigit) % 10));
            return 1;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.DecimalDigitNumber => FoldDigit(rune, folded),
            UnicodeCategory.NonSpacingMark when rune.Value >= 0xe0100 => 0, // variation selectors
            UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark => Rune.ToLowerInvariant(rune).EncodeToUtf16(folded),
            _ => -1,
        };
    }

    private static int FoldDigit(Rune digit, Span<char> folded)
    {
        folded[0] = (char)('0' + (int)Rune.GetNumericValue(digit));
        return 1;
    }

    /// <summary>Whether folded characters, as <see cref="Fold"/> gives them, are a token by themselves.</summary>
    public static bool StandAlone(ReadOnlySpan<char> folded) =>
        char.IsHighSurrogate(folded[0])
            ? char.ConvertToUtf32(folded[0], folded[1]) is (>= 0x1aff0 and <= 0x1b16f) or (>= 0x20000 and <= 0x3ffff)
            : TextFolding.StandsAlone(folded[0]);

    private static IEnumerable<char> Range(char first, int count) => Enumerable.Range(first, count).Select(unit => (char)unit);
}
