namespace NewsAlerts.Names.Spellings;

/// <summary>
/// The case forms of a family or given name in Russian and Ukrainian, by its ending, as the Russian Grammar (1980) and
/// the Ukrainian Orthography (2019) decline them.
/// </summary>
internal static class CyrillicCases
{
    private static readonly (string Ending, string[] Russian, string[] Ukrainian)[] Declensions =
    [
        ("ский", ["ский", "ского", "скому", "ским", "ском"], []),
        ("цкий", ["цкий", "цкого", "цкому", "цким", "цком"], []),
        ("ський", [], ["ський", "ського", "ському", "ським"]),
        ("цький", [], ["цький", "цького", "цькому", "цьким"]),
        ("ская", ["ская", "ской", "скую"], []),
        ("ська", [], ["ська", "ської", "ській", "ську", "ською"]),
        ("ова", ["ова", "овой", "ову"], ["ової", "овою"]),
        ("ева", ["ева", "евой", "еву"], ["евої", "евою"]),
        ("ина", ["ина", "иной", "ину"], []),
        ("ая", ["ая", "ой", "ую"], []),
        ("ов", ["ов", "ова", "ову", "овым", "ове"], ["овим", "ові"]),
        ("ев", ["ев", "ева", "еву", "евым", "еве"], ["евим", "еві"]),
        ("ин", ["ин", "ина", "ину", "иным", "ине"], []),
        ("ін", [], ["ін", "іна", "іну", "іним", "іні"]),
        ("ий", ["ий", "ия", "ию", "ием", "ии"], ["ій"]),
        ("ій", [], ["ій", "ія", "ію", "ієм", "ієві"]),
        ("ей", ["ей", "ея", "ею", "еем", "ее"], []),
        ("ай", ["ай", "ая", "аю", "аем", "ае"], ["аєм"]),
        ("ой", ["ой", "ого", "ому", "ым", "ом"], []),
        ("ь", ["ь", "я", "ю", "ем", "е"], []),
        ("ко", ["ко"], ["ка", "ку", "ком", "кові"]),
        ("ия", ["ия", "ии", "ию", "ией"], []),
        ("а", ["а", "ы", "е", "у", "ой"], ["и", "і", "ою"]),
        ("я", ["я", "и", "е", "ю", "ей"], ["і", "ею"]),
    ];

    private static readonly string[] ConsonantEndings = ["", "а", "у", "ом", "е"];
    private static readonly string[] UkrainianConsonantEndings = ["ові", "ем"];

    /// <summary>The forms in the order of their use, the name itself first.</summary>
    public static IEnumerable<string> Of(string name)
    {
        var found = Array.Find(Declensions, entry => name.EndsWith(entry.Ending, StringComparison.Ordinal));
        if (found.Ending is { } ending)
        {
            var stem = name[..^ending.Length];
            return found.Russian.Concat(found.Ukrainian).Select(form => stem + form).Prepend(name);
        }

        return "оуеэиюіє".Contains(name[^1], StringComparison.Ordinal)
            ? [name]
            : ConsonantEndings.Concat(UkrainianConsonantEndings).Select(form => name + form);
    }
}
