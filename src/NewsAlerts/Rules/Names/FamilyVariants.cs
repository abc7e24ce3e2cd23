namespace NewsAlerts.Rules.Names;

/// <summary>The ways to write a family name, as words to look for.</summary>
internal static class FamilyVariants
{
    /// <summary>The most words that one name is looked for under.</summary>
    public const int Most = 120;

    private const int WaysTried = 60;

    /// <summary>How many of them each script has: where one needs fewer, the next ones get what is left.</summary>
    private static readonly (Script Script, int Most)[] Shares =
    [
        (Script.Other, 4),
        (Script.Greek, 10),
        (Script.Hebrew, 10),
        (Script.Kana, 12),
        (Script.Arabic, 14),
        (Script.Cyrillic, 26),
        (Script.Latin, 42),
    ];

    /// <summary>The variants, folded, those of the name's own script first; of each script the likeliest first.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<WordSpellings> words, Script own, NameOrigin origin)
    {
        var scripts = Shares
            .Select(share => (share.Script, Most: IsHome(share.Script, origin) ? 2 * share.Most : share.Most, Forms: Forms(share.Script, words, origin).Select(form => Folded.Of(form)).Distinct().ToList()))
            .OrderByDescending(entry => entry.Script == own)
            .ToList();
        var spare = Most - scripts.Sum(entry => Math.Min(entry.Most, entry.Forms.Count));
        var variants = new List<string>();
        foreach (var (_, most, forms) in scripts)
        {
            var more = Math.Min(spare, Math.Min(2 * most, Math.Max(0, forms.Count - most)));
            spare -= more;
            variants.AddRange(forms.Take(most + more));
        }

        return [.. variants.Distinct()];
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

    private static IEnumerable<string> Forms(Script script, IReadOnlyList<WordSpellings> words, NameOrigin origin)
    {
        var spellings = Spellings(script, words, WaysTried).ToList();
        return script switch
        {
            Script.Cyrillic => WithCases(spellings),
            Script.Latin => WithGenitives(spellings),
            Script.Greek => spellings.SelectMany(WithGreekCases),
            Script.Arabic when origin == NameOrigin.Arabic => spellings.SelectMany(form => new[] { form, "ال" + form }),
            Script.Arabic => spellings.SelectMany(Joined),
            Script.Hebrew or Script.Kana => spellings.SelectMany(Joined),
            _ => spellings,
        };
    }

    /// <summary>Whether the name comes from the script, whose own spelling the Latin letters do not tell.</summary>
    private static bool IsHome(Script script, NameOrigin origin) =>
        (script, origin) is (Script.Arabic, NameOrigin.Arabic) or (Script.Greek, NameOrigin.Greek);

    /// <summary>The likeliest spellings, then the cases of the first of them, then the rest.</summary>
    private static IEnumerable<string> WithCases(List<string> spellings) =>
        spellings.Take(5)
            .Concat(spellings.Take(2).SelectMany(CyrillicCases.Of))
            .Concat(spellings.Skip(5).Take(5))
            .Concat(spellings.Skip(2).Take(2).SelectMany(CyrillicCases.Of))
            .Concat(spellings.Skip(10));

    /// <summary>German, Dutch and Nordic genitives: the likeliest spellings with an s.</summary>
    private static IEnumerable<string> WithGenitives(List<string> spellings) =>
        spellings.Take(5).SelectMany(form => form.EndsWith('s') ? [form] : new[] { form, form + "s" }).Concat(spellings.Skip(5));

    /// <summary>A name of several words also as one, as scripts without capitals often write it.</summary>
    private static IEnumerable<string> Joined(string form) =>
        form.Contains(' ', StringComparison.Ordinal) ? [form, form.Replace(" ", "", StringComparison.Ordinal)] : [form];

    private static IEnumerable<string> WithGreekCases(string form) =>
        form.EndsWith("ης", StringComparison.Ordinal) || form.EndsWith("ας", StringComparison.Ordinal)
            ? [form, form[..^1]]
            : form.EndsWith("ος", StringComparison.Ordinal) ? [form, form[..^1] + "υ", form[..^1]] : [form];
}
