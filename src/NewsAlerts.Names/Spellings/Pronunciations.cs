using System.Text;
using NewsAlerts.Names.Given;
using NewsAlerts.Names.Tables;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.Spellings;

/// <summary>How a word of a name may sound.</summary>
internal static class Pronunciations
{
    private const int Most = 12;

    /// <summary>Letters that the tables of sounds know with their marks; all others lose them.</summary>
    private const string MarkedLetters = "éèäöüåøæœßłçşšșžčćđğıñńśźżóąęёйґѓїќўūō";

    private static readonly (SoundTable Table, int Cost)[] LatinTables =
    [
        (LatinSounds.AsWritten, 0),
        (LatinSounds.English, 0),
        (LatinSounds.German, 1),
        (LatinSounds.French, 1),
        (LatinSounds.Spanish, 1),
        (LatinSounds.Italian, 1),
        (LatinSounds.Polish, 2),
        (LatinSounds.Dutch, 2),
        (LatinSounds.Turkish, 2),
        (LatinSounds.Central, 2),
    ];

    /// <summary>The usual ones, best first; none for a script without a table.</summary>
    public static IReadOnlyList<Spelling> Of(string word, NameOrigin origin, params IReadOnlyList<string> given)
    {
        var letters = Simplify(word);
        var tables = Scripts.Of(letters) switch
        {
            Script.Latin => LatinTablesFor(letters, origin, given),
            Script.Cyrillic when letters.AsSpan().IndexOfAny("іїєґў") >= 0 => [(CyrillicSounds.Ukrainian, 0)],
            Script.Cyrillic => [(CyrillicSounds.Russian, 0)],
            Script.Greek => [(GreekSounds.Table, 0)],
            Script.Hebrew => [(HebrewSounds.Table, 0)],
            Script.Arabic => [(ArabicSounds.Table, 0)],
            Script.Kana => [(KanaSounds.Table, 0)],
            _ => Array.Empty<(SoundTable, int)>(),
        };
        var sounds = Read(letters, tables);
        return sounds.Count == 0 && Scripts.Of(letters) == Script.Latin
            ? Read(letters, LatinTablesFor(letters, NameOrigin.Latin, given))
            : sounds;
    }

    private static IReadOnlyList<Spelling> Read(string letters, (SoundTable Table, int Cost)[] tables) =>
        Join(
            tables.Select(table =>
                table.Table.Write(letters, Most).Select(way => way with { Cost = way.Cost + table.Cost })),
            Most);

    /// <summary>Spellings of several lists in one, best first, each text once.</summary>
    public static IReadOnlyList<Spelling> Join(IEnumerable<IEnumerable<Spelling>> lists, int most) =>
        [.. lists.SelectMany(list => list).OrderBy(way => way.Cost).DistinctBy(way => way.Text).Take(most)];

    private static (SoundTable Table, int Cost)[] LatinTablesFor(
        string letters,
        NameOrigin origin,
        IReadOnlyList<string> given) => origin switch
        {
            NameOrigin.Slavic => [(RomanisedSounds.Slavic, 0)],
            NameOrigin.Arabic => [(RomanisedSounds.Arabic, 0)],
            NameOrigin.Greek => [(RomanisedSounds.Greek, 0)],
            NameOrigin.Other => [(RomanisedSounds.Other, 0)],
            _ =>
            [
                .. LatinTables.Select(table => (table.Table, table.Cost - LatinHints.Bonus(table.Table, letters, given))),
        ],
        };

    private static string Simplify(string word)
    {
        var text = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            var folded = TextFolding.Table[letter];
            var isKept = MarkedLetters.Contains(letter, StringComparison.Ordinal) || folded <= TextFolding.Dropped;
            text.Append(isKept ? letter : folded);
        }

        text.Replace("-", "").Replace("\u0300", "").Replace("\u0301", "")
            .Replace("ʼ", "'").Replace("ʿ", "'").Replace("ʾ", "'");
        return KanaLetters(text.ToString());
    }

    private static string KanaLetters(string text) =>
        Scripts.Of(text) == Script.Kana ? KanaSounds.FromHiragana(text) : text;
}
