using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.Spellings;

/// <summary>How a name in Latin letters is written where its marked letters are not at hand, and the other way round.</summary>
internal static class LatinEquivalents
{
    private static readonly SoundTable Table = SoundTable.Read(
        """
        ä : a ae
        ö : o oe
        ü : u ue
        å : a aa
        ø : o oe
        æ : ae
        œ : oe
        ß : ss
        ł : l
        đ : d dj
        dj : dj d
        ð : d
        þ : th
        ı : i
        ə : a e
        """,
        "- : -",
        string.Join('\n', "abcdefghijklmnopqrstuvwxyz'’".Select(letter => $"{letter} : {letter}")));

    /// <summary>The spellings, folded; none where the word is in another script.</summary>
    public static IReadOnlyList<Spelling> Of(string word)
    {
        var letters = string.Concat(word.ToLowerInvariant().Select(letter =>
            "äöüåøæœßłđðþıə'’-".Contains(letter, StringComparison.Ordinal) ? letter : TextFolding.Table[letter]));
        return Table.Write(letters, 8);
    }
}
