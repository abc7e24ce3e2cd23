using System.Globalization;

namespace NewsAlerts.Rules;

/// <summary>
/// What each UTF-16 unit counts as when words are compared: case and the diacritics U+0300 to U+036F are ignored, final
/// sigma is sigma, and everything but letters, numbers and the marks of other scripts separates words.
/// </summary>
internal static class TextFolding
{
    /// <summary>What <see cref="Table"/> holds for a character that ends a word.</summary>
    public const char Separator = '\0';

    /// <summary>What <see cref="Table"/> holds for a character that is passed over.</summary>
    public const char Dropped = '\u0001';

    private const char FirstDropped = '\u0300';

    private const char LastDropped = '\u036f';

    /// <summary>For each UTF-16 unit: separator, dropped, or the one character that it folds to.</summary>
    public static readonly char[] Table = MakeTable();

    /// <summary>The room that the folded characters of a text need at most.</summary>
    public static int Room(int length) => length;

    /// <summary>Whether a folded character is a token by itself: Han, Hiragana and Katakana.</summary>
    public static bool StandsAlone(char folded) => folded switch
    {
        < '\u3005' => false,
        '\u3005' => true,
        <= '\u30ff' => folded >= '\u3041',
        _ => folded is (>= '\u3400' and <= '\u4dbf') or (>= '\u4e00' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff'),
    };

    private static char[] MakeTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            table[unit] = FoldOne(char.ToLowerInvariant((char)unit));
        }

        foreach (var (first, folded) in FoldingExceptions.Runs)
        {
            folded.CopyTo(table.AsSpan(first));
        }

        table.AsSpan(FirstDropped, LastDropped - FirstDropped + 1).Fill(Dropped);
        return table;
    }

    private static char FoldOne(char lower) => char.GetUnicodeCategory(lower) switch
    {
        UnicodeCategory.UppercaseLetter
            or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.LetterNumber
            or UnicodeCategory.OtherNumber
            or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark => lower == 'ς' ? 'σ' : lower,
        _ => Separator,
    };
}
