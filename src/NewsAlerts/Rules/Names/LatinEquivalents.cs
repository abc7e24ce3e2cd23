namespace NewsAlerts.Rules.Names;

/// <summary>How a name in Latin letters is written where its marked letters are not at hand.</summary>
internal static class LatinEquivalents
{
    private static readonly SoundTable Table = SoundTable.Read(
        """
        ä : a ae
        ö : o oe
        ü : u ue
        å : a aa
        ø : o oe ø
        æ : ae æ
        œ : oe œ
        ß : ss ß
        ł : l ł
        đ : d dj đ
        ð : d ð
        þ : th þ
        ı : i ı
        ə : e a ə
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
