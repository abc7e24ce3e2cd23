using System.Globalization;

namespace NewsAlerts.Names.Text;

/// <summary>
/// What each UTF-16 unit counts as when words are compared: case, diacritics and the points of Arabic and Hebrew are ignored,
/// final sigma is sigma, digits of all scripts are the same, and everything but letters, numbers and the marks of other
/// scripts separates words. Letters with strokes are those without.
/// </summary>
public static class TextFolding
{
    /// <summary>What <see cref="Table"/> holds for a character that ends a word.</summary>
    public const char Separator = '\0';

    /// <summary>What <see cref="Table"/> holds for a character that is passed over.</summary>
    public const char Dropped = '\u0001';

    /// <summary>What <see cref="Table"/> holds for a character that <see cref="TokenReader"/> looks at more closely.</summary>
    public const char Special = '\u0002';

    private static readonly (char First, char Last)[] DroppedMarks =
    [
        ('\u0300', '\u036f'),
        ('\u00ad', '\u00ad'), // the soft hyphen, where a word may be broken
        ('\u0591', '\u05bd'), ('\u05bf', '\u05bf'), ('\u05c1', '\u05c2'), ('\u05c4', '\u05c5'), ('\u05c7', '\u05c7'), // Hebrew points
        ('\u0610', '\u061a'), ('\u064b', '\u065f'), ('\u0670', '\u0670'), // Arabic vowels and hamza
        ('\u06d6', '\u06dc'), ('\u06df', '\u06e4'), ('\u06e7', '\u06e8'), ('\u06ea', '\u06ed'),
        ('\u02b9', '\u02bf'), // letters that stand for an apostrophe, as the ʻokina does
        ('\u0640', '\u0640'), // tatweel, which makes Arabic words longer
        ('\ufe00', '\ufe0f'), // variation selectors
    ];

    // Circled and bracketed numbers, which stand before the entries of a list and behind words with a footnote.
    private static readonly (char First, char Last)[] Counters = [('\u2460', '\u249b'), ('\u24ea', '\u24ff'), ('\u2776', '\u2793')];

    /// <summary>For each UTF-16 unit: separator, dropped, special, or the one character that it folds to.</summary>
    public static readonly char[] Table = MakeTable();

    /// <summary>The room that the folded characters of a text need at most.</summary>
    public static int Room(int length) => length * FoldingExpansions.Most;

    /// <summary>Whether a folded character is a token by itself: Han, Hiragana, Katakana, and the letters of scripts without spaces.</summary>
    public static bool StandsAlone(char folded) => folded switch
    {
        < '\u0e01' => false,
        < '\u3005' => IsSpaceless(folded) && char.IsLetter(folded),
        '\u3005' => true,
        <= '\u30ff' => folded >= '\u3041',
        (>= '\u3400' and <= '\u4dbf') or (>= '\u4e00' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') => true,
        _ => IsSpaceless(folded) && char.IsLetter(folded),
    };

    /// <summary>Whether a folded character is a sign that belongs to the letter before it, though that stands alone.</summary>
    public static bool Attaches(char folded) => IsSpaceless(folded) && !char.IsLetter(folded);

    // Thai and Lao, Burmese, Khmer, and the extensions of Burmese.
    private static bool IsSpaceless(char folded) => folded
        is (>= '\u0e00' and <= '\u0eff')
        or (>= '\u1000' and <= '\u109f')
        or (>= '\u1780' and <= '\u17ff')
        or (>= '\ua9e0' and <= '\ua9ff')
        or (>= '\uaa60' and <= '\uaa7f');

    private static char[] MakeTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            table[unit] = FoldOne(char.ToLowerInvariant((char)unit));
        }

        foreach (var (first, folded) in FoldingExceptions.Runs.Concat(FoldingForms.Runs).Concat(FoldingLetters.Runs))
        {
            folded.CopyTo(table.AsSpan(first));
        }

        foreach (var (first, last) in DroppedMarks)
        {
            table.AsSpan(first..(last + 1)).Fill(Dropped);
        }

        foreach (var (first, last) in Counters)
        {
            // They separate words, as zero says.
            table.AsSpan(first..(last + 1)).Clear();
        }

        // Some fold to a letter that folds in its turn: upper case to lower case with a stroke.
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            table[unit] = table[unit] > Special ? table[table[unit]] : table[unit];
        }

        foreach (var special in SpecialCharacters.All)
        {
            table[special] = Special;
        }

        return table;
    }

    private static char FoldOne(char lower) => char.GetUnicodeCategory(lower) switch
    {
        UnicodeCategory.UppercaseLetter
            or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter
            or UnicodeCategory.LetterNumber
            or UnicodeCategory.OtherNumber
            or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark => lower == 'ς' ? 'σ' : lower,
        UnicodeCategory.DecimalDigitNumber => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(lower)),
        _ => Separator,
    };
}
