namespace NewsAlerts.Rules.Names;

/// <summary>The ways to write a family name, as words to look for.</summary>
internal static class FamilyVariants
{
    /// <summary>The most words that one name is looked for under.</summary>
    public const int Most = 110;

    private const int WaysTried = 60;

    /// <summary>How many of them each script has: where one needs fewer, the next ones get what is left.</summary>
    private static readonly (Script Script, int Most)[] Shares =
    [
        (Script.Other, 4),
        (Script.Greek, 8),
        (Script.Hebrew, 8),
        (Script.Kana, 10),
        (Script.Arabic, 14),
        (Script.Cyrillic, 26),
        (Script.Latin, 40),
    ];

    /// <summary>The variants, folded, those of the name's own script first; of each script the likeliest first.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<WordSpellings> words, Script own)
    {
        var spare = 0;
        var variants = new List<(Script Script, IReadOnlyList<string> Forms)>();
        foreach (var (script, most) in Shares)
        {
            var forms = Forms(script, words).Select(form => Folded.Of(form)).Where(form => form.Length > 0).Distinct().Take(most + spare).ToList();
            spare += most - forms.Count;
            variants.Add((script, forms));
        }

        return [.. variants.OrderByDescending(entry => entry.Script == own).SelectMany(entry => entry.Forms).Distinct().Take(Most)];
    }

    /// <summary>The spellings of several words side by side, cheapest first.</summary>
    public static IEnumerable<string> Spellings(Script script, IReadOnlyList<WordSpellings> words, int most)
    {
        IEnumerable<Spelling> ways = [new("", 0)];
        foreach (var word in words)
        {
            var next = word.In(script, most);
            ways = ways
                .SelectMany(way => next.Select(part => new Spelling(way.Text.Length == 0 ? part.Text : $"{way.Text} {part.Text}", Math.Max(way.Cost, -1) + Math.Max(part.Cost, -1))))
                .OrderBy(way => way.Cost)
                .Take(most)
                .ToList();
        }

        return ways.Select(way => way.Text);
    }

    private static IEnumerable<string> Forms(Script script, IReadOnlyList<WordSpellings> words)
    {
        var spellings = Spellings(script, words, WaysTried).ToList();
        return script switch
        {
            Script.Cyrillic => spellings.Take(4).SelectMany(CyrillicCases.Of).Concat(spellings.Skip(4)),
            Script.Latin => WithGenitives(spellings),
            Script.Greek => spellings.SelectMany(WithGreekCases),
            Script.Arabic => spellings.SelectMany(Joined).SelectMany(form => new[] { form, "ال" + form }),
            Script.Hebrew or Script.Kana => spellings.SelectMany(Joined),
            _ => spellings,
        };
    }

    /// <summary>German, Dutch and Nordic genitives: the likeliest spellings with an s.</summary>
    private static IEnumerable<string> WithGenitives(List<string> spellings) =>
        spellings.Take(6).SelectMany(form => form.EndsWith('s') ? [form] : new[] { form, form + "s" }).Concat(spellings.Skip(6));

    /// <summary>A name of several words also as one, as scripts without capitals often write it.</summary>
    private static IEnumerable<string> Joined(string form) =>
        form.Contains(' ', StringComparison.Ordinal) ? [form, form.Replace(" ", "", StringComparison.Ordinal)] : [form];

    private static IEnumerable<string> WithGreekCases(string form) =>
        form.EndsWith("ης", StringComparison.Ordinal) || form.EndsWith("ας", StringComparison.Ordinal)
            ? [form, form[..^1]]
            : form.EndsWith("ος", StringComparison.Ordinal) ? [form, form[..^1] + "υ", form[..^1]] : [form];
}
