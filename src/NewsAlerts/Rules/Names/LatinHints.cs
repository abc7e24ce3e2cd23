using NewsAlerts.Rules.Names.Tables;

namespace NewsAlerts.Rules.Names;

/// <summary>What the letters of a Latin name say about the language it is read in.</summary>
internal static class LatinHints
{
    private static readonly (SoundTable Table, string[] Signs)[] Signs =
    [
        (LatinSounds.English, ["th", "wh", "ck", "ee", "oo", "ow", "aw", "ey$", "gh", "dge", "sh", "son$", "ton$", "^w", "ay", "ke$", "nt$", "mp$"]),
        (LatinSounds.German, ["sch", "tz", "ä", "ö", "ü", "ei", "mann$", "pf", "ß", "^st", "aue", "berg$"]),
        (LatinSounds.French, ["eau", "oi", "ou", "é", "è", "ê", "gn", "ill", "ç", "ois$", "ent$", "eux$", "ette$", "lle$", "and$", "ault$"]),
        (LatinSounds.Spanish, ["ñ", "ez$", "ll", "rr", "lez$", "í", "ó", "á", "jo$", "ja$"]),
        (LatinSounds.Italian, ["cci", "ghi", "gli", "zz", "tti$", "ini$", "oni$", "ucci", "ci$", "sci"]),
        (LatinSounds.Polish, ["sz", "cz", "rz", "ski$", "wicz$", "ł", "ń", "ś", "ż", "ę", "ą", "czyk$", "usk$"]),
        (LatinSounds.Turkish, ["ğ", "ş", "ı", "oğlu", "oglu$", "ç", "ü"]),
        (LatinSounds.Central, ["č", "š", "ž", "ć", "ić$", "ic$", "đ", "cs", "gy", "ő", "ovič$", "ová$"]),
    ];

    /// <summary>How much likelier a table is for a word, in costs.</summary>
    public static int Bonus(SoundTable table, string word) =>
        Array.Find(Signs, entry => entry.Table == table).Signs is { } signs ? 2 * signs.Count(sign => Has(word, sign)) : 0;

    private static bool Has(string word, string sign) => sign switch
    {
        [.., '$'] => word.EndsWith(sign[..^1], StringComparison.Ordinal),
        ['^', ..] => word.StartsWith(sign[1..], StringComparison.Ordinal),
        _ => word.Contains(sign, StringComparison.Ordinal),
    };
}
