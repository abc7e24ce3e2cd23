namespace NewsAlerts.Names.Text;

/// <summary>
/// Letters that Unicode does not decompose and that readers nevertheless take for another one: with a stroke, a hook or a
/// descender, small capitals, letters and digits above and below the line, Roman numerals. As Lucene's folding after
/// Unicode Technical Report 30 and PostgreSQL's unaccent have them; the schwa is an a, as Azerbaijan writes its names abroad.
/// Only lower case where there are two: the upper case folds to it first.
/// </summary>
internal static class FoldingLetters
{
    /// <summary>Runs of consecutive characters: the first one, and what each folds to.</summary>
    public static readonly (char First, string Folded)[] Runs =
    [
        // Latin, and the digits below the line.
        ('\u00aa', "a"), ('\u00ba', "o"), ('\u00f0', "d"), ('\u00f8', "o"), ('\u0111', "d"), ('\u0127', "h"), ('\u0138', "q"),
        ('\u0140', "l"), ('\u0142', "l"), ('\u0149', "n"), ('\u014b', "n"), ('\u0167', "t"), ('\u017f', "sb"),
        ('\u0183', "b"), ('\u0188', "c"), ('\u018c', "d"), ('\u0192', "f"), ('\u0199', "kl"), ('\u019e', "n"),
        ('\u01a5', "p"), ('\u01ab', "t"), ('\u01ad', "t"), ('\u01b4', "y"), ('\u01b6', "z"), ('\u01bf', "w"), ('\u01dd', "e"),
        ('\u01e5', "g"), ('\u01ff', "o"), ('\u0221', "d"), ('\u0225', "z"), ('\u0234', "lntj"), ('\u023c', "c"),
        ('\u023f', "sz"), ('\u0247', "e"), ('\u0249', "j"), ('\u024b', "q"), ('\u024d', "r"), ('\u024f', "y"),
        ('\u0251', "a"), ('\u0253', "bocdd"), ('\u0259', "aae"), ('\u025f', "jggg"), ('\u0266', "h"), ('\u0268', "iiilll"),
        ('\u0271', "mnnn"), ('\u027c', "rrr"), ('\u0280', "r"), ('\u0282', "s"), ('\u0284', "j"), ('\u0288', "t"),
        ('\u028b', "vv"), ('\u028f', "yzz"), ('\u0299', "b"), ('\u029c', "hj"), ('\u029f', "lq"), ('\u02b0', "h"),
        ('\u02b2', "jr"), ('\u02b7', "wy"), ('\u02e1', "lsx"), ('\u1d00', "a"), ('\u1d04', "cd"), ('\u1d07', "e"),
        ('\u1d0a', "jk"), ('\u1d0d', "m"), ('\u1d0f', "o"), ('\u1d18', "p"), ('\u1d1b', "tu"), ('\u1d20', "vwz"),
        ('\u1d43', "a"), ('\u1d45', "a"), ('\u1d47', "bdeae"), ('\u1d4d', "g"), ('\u1d4f', "kmnoo"), ('\u1d56', "ptu"),
        ('\u1d5b', "v"), ('\u1d62', "iruv"), ('\u1d6c', "bdfmnprrstz"), ('\u1d7d', "p"), ('\u1d80', "bdfgklmnprs"),
        ('\u1d8c', "vxza"), ('\u1d91', "de"), ('\u1d96', "i"), ('\u1d99', "u"), ('\u1d9c', "c"), ('\u1da0', "f"),
        ('\u1da2', "g"), ('\u1dbb', "z"), ('\u1e9a', "asss"), ('\u1eff', "y"), ('\u2071', "i"), ('\u207f', "n0123456789"),
        ('\u2090', "aeoxahklmnpst"), ('\u2160', "i"), ('\u2164', "v"), ('\u2169', "x"), ('\u216c', "lcdmi"), ('\u2174', "v"),
        ('\u2179', "x"), ('\u217c', "lcdm"), ('\u2c61', "l"), ('\u2c65', "at"), ('\u2c68', "h"), ('\u2c6a', "k"),
        ('\u2c6c', "z"), ('\u2c71', "v"), ('\u2c73', "wv"), ('\u2c78', "e"), ('\u2c7a', "o"), ('\u2c7c', "j"),
        ('\ua730', "fs"), ('\ua741', "k"), ('\ua743', "k"), ('\ua745', "k"), ('\ua749', "l"), ('\ua74b', "o"),
        ('\ua74d', "o"), ('\ua751', "p"), ('\ua753', "p"), ('\ua755', "p"), ('\ua757', "q"), ('\ua759', "q"), ('\ua75f', "v"),
        ('\ua78e', "l"), ('\ua791', "n"), ('\ua793', "cch"), ('\ua797', "b"), ('\ua799', "f"), ('\ua7a1', "g"),
        ('\ua7a3', "k"), ('\ua7a5', "n"), ('\ua7a7', "r"), ('\ua7a9', "s"), ('\ua7af', "q"), ('\ua7b9', "u"), ('\ua7c8', "d"),
        ('\ua7ca', "s"), ('\uab34', "e"), ('\uab37', "lllmn"), ('\uab49', "r"), ('\uab4e', "u"), ('\uab52', "u"),
        ('\uab56', "xxxxy"),

        // Cyrillic.
        ('\u048f', "р"), ('\u0491', "г"), ('\u0493', "г"), ('\u0495', "г"), ('\u0497', "ж"), ('\u0499', "з"), ('\u049b', "к"),
        ('\u049d', "к"), ('\u049f', "к"), ('\u04a3', "н"), ('\u04a7', "п"), ('\u04ab', "с"), ('\u04ad', "т"), ('\u04b3', "х"),
        ('\u04b7', "ч"), ('\u04b9', "ч"), ('\u04c4', "к"), ('\u04c6', "л"), ('\u04c8', "н"), ('\u04ca', "н"), ('\u04ce', "м"),
        ('\u04f7', "г"), ('\u04fb', "г"), ('\u04fd', "х"), ('\u04ff', "х"), ('\u0513', "л"), ('\u0521', "л"), ('\u0523', "н"),
        ('\u0525', "п"), ('\u0527', "һ"), ('\u052f', "л"),
    ];

    /// <summary>Those that fold to several characters: runs as before, with a space between.</summary>
    public static readonly (char First, string Folded)[] Several =
    [
        ('\u00c6', "ae"), ('\u00de', "th"), ('\u00e6', "ae"), ('\u00fe', "th"), ('\u0132', "ij ij"), ('\u0152', "oe oe"),
        ('\u0195', "hv"), ('\u01c4', "dz dz dz lj lj lj nj nj nj"), ('\u01e2', "ae ae"), ('\u01f1', "dz dz dz"),
        ('\u01f6', "hv"), ('\u01fc', "ae ae"), ('\u0222', "ou ou"), ('\u1d6b', "ue"), ('\u1d7a', "th"), ('\u1efa', "ll ll"),
        ('\u2161', "ii iii iv"), ('\u2165', "vi vii viii ix"), ('\u216a', "xi xii"), ('\u2171', "ii iii iv"),
        ('\u2175', "vi vii viii ix"), ('\u217a', "xi xii"), ('\ua728', "tz tz"),
        ('\ua732', "aa aa ao ao au au av av av av ay ay"), ('\ua74e', "oo oo"), ('\ua760', "vy vy"),
    ];
}
