namespace NewsAlerts.LibraryTests.Names;

/// <summary>The spellings of public people, and texts that name somebody or something else.</summary>
internal static class NameFixture
{
    /// <summary>Each person with the spellings of the name, in the order of the file.</summary>
    public static readonly IReadOnlyList<(string Person, IReadOnlyList<(string Spelling, string Language)> Spellings)> People =
    [
        .. Lines("spellings.tsv")
            .GroupBy(fields => fields[0])
            .Select(group => (group.Key, (IReadOnlyList<(string, string)>)[.. group.Select(fields => (fields[1], fields[2]))])),
    ];

    /// <summary>For a person's name, a text in which it must not be found.</summary>
    public static readonly IReadOnlyList<(string Person, string Text)> Distractors =
        [.. Lines("distractors.tsv").Select(fields => (fields[0], fields[1]))];

    private static readonly Dictionary<string, string> Sentences = new()
    {
        ["en"] = "On Monday {0} spoke to reporters.",
        ["de"] = "Am Montag sprach {0} mit der Presse.",
        ["fr"] = "Lundi, {0} a parlé à la presse.",
        ["es"] = "El lunes {0} habló con la prensa.",
        ["it"] = "Lunedì {0} ha parlato alla stampa.",
        ["pl"] = "W poniedziałek {0} rozmawiał z prasą.",
        ["nl"] = "Maandag sprak {0} met de pers.",
        ["hu"] = "Hétfőn {0} beszélt a sajtóval.",
        ["ru"] = "В понедельник {0} говорил с журналистами.",
        ["uk"] = "У понеділок {0} говорив із журналістами.",
        ["sr"] = "У понедељак је {0} говорио новинарима.",
        ["el"] = "Τη Δευτέρα ο {0} μίλησε στον τύπο.",
        ["ar"] = "تحدث {0} إلى الصحافة يوم الاثنين.",
        ["fa"] = "دوشنبه {0} با خبرنگاران گفتگو کرد.",
        ["he"] = "ביום שני דיבר {0} עם העיתונאים.",
        ["ja"] = "月曜日、{0}は記者団に話した。",
    };

    /// <summary>A sentence of the language with a name in it.</summary>
    public static string Sentence(string spelling, string language) =>
        Sentences.GetValueOrDefault(language, "{0}.").Replace("{0}", spelling, StringComparison.Ordinal);

    private static IEnumerable<string[]> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Names", file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'));
}
