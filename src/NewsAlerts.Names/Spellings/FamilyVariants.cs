using NewsAlerts.Names.Given;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.Spellings;

/// <summary>The ways to write a family name, as words to look for.</summary>
internal static class FamilyVariants
{
    /// <summary>The most words that one name is looked for under.</summary>
    public const int Most = 150;

    private const int WaysTried = 60;

    private const int MoreAtHome = 10;

    /// <summary>How many of them each script has: what some do not need is dealt to the others.</summary>
    private static readonly (Script Script, int Most)[] Shares =
    [
        (Script.Latin, 44),
        (Script.Cyrillic, 26),
        (Script.Arabic, 24),
        (Script.Kana, 12),
        (Script.Hebrew, 20),
        (Script.Greek, 10),
        (Script.Other, 4),
    ];

    /// <summary>
    /// The variants, folded, those of the name's own script first; of each script the likeliest first.
    /// </summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<WordSpellings> words, Script own, NameOrigin origin)
    {
        var scripts = Shares
            .OrderByDescending(share => share.Script == own)
            .Select(share => (
                Most: share.Most + (IsHome(share.Script, origin) ? MoreAtHome : 0),
                Forms: Forms(share.Script, words, origin).Select(form => Folded.Of(form)).Distinct().ToList()))
            .ToList();
        var counts = Deal(scripts.ConvertAll(entry => (entry.Most, entry.Forms.Count)));
        return [.. scripts.SelectMany((entry, i) => entry.Forms.Take(counts[i])).Distinct()];
    }

    /// <summary>How many forms each script gets: its share, and one after the other of what is left.</summary>
    private static int[] Deal(List<(int Most, int Has)> scripts)
    {
        int[] counts = [.. scripts.Select(entry => Math.Min(entry.Most, entry.Has))];
        var left = Math.Min(Most, scripts.Sum(entry => entry.Has)) - counts.Sum();
        for (var next = 0; left > 0; next = (next + 1) % counts.Length)
        {
            if (counts[next] < scripts[next].Has)
            {
                counts[next]++;
                left--;
            }
        }

        return counts;
    }

    /// <summary>The spellings of several words side by side, cheapest first.</summary>
    public static IEnumerable<string> Spellings(Script script, IReadOnlyList<WordSpellings> words, int most)
    {
        IEnumerable<Spelling> ways = [new("", 0)];
        foreach (var word in words)
        {
            var next = word.In(script, most);
            ways = ways
                .SelectMany(way => next.Select(part => Join(way, part)))
                .OrderBy(way => way.Cost)
                .Take(most)
                .ToList();
        }

        return ways.Select(way => way.Text);
    }

    private static Spelling Join(Spelling way, Spelling part) => new(
        way.Text.Length == 0 ? part.Text : $"{way.Text} {part.Text}",
        Math.Max(way.Cost, -1) + Math.Max(part.Cost, -1));

    private static IEnumerable<string> Forms(Script script, IReadOnlyList<WordSpellings> words, NameOrigin origin)
    {
        var spellings = Spellings(script, words, WaysTried).ToList();
        return script switch
        {
            Script.Cyrillic => WithCases(spellings),
            Script.Latin => WithLatinCases(WithGenitives(spellings)),
            Script.Greek => spellings.SelectMany(WithGreekCases),
            Script.Arabic when origin == NameOrigin.Arabic => WithPrefixes(spellings.SelectMany(WithArticle), script),
            Script.Arabic or Script.Hebrew => WithPrefixes(spellings.SelectMany(Joined), script),
            Script.Kana => spellings.SelectMany(Joined),
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
        spellings.Take(5)
            .SelectMany(form => form.EndsWith('s') ? [form] : new[] { form, form + "s" })
            .Concat(spellings.Skip(5));

    private static string[] WithArticle(string form) => [form, "ال" + form];

    /// <summary>The likeliest spellings, then their Slavic case forms, then the rest.</summary>
    private static IEnumerable<string> WithLatinCases(IEnumerable<string> spellings)
    {
        var forms = spellings.Select(form => Folded.Of(form)).Distinct().ToList();
        var declined = forms.Take(1).Concat(forms.Where(form => form.EndsWith('w')).Take(2)).Distinct();
        return forms.Take(10).Concat(declined.SelectMany(LatinCases.Of)).Concat(forms.Skip(10));
    }

    /// <summary>The likeliest spellings, then the first two with prefixes, then the rest.</summary>
    private static IEnumerable<string> WithPrefixes(IEnumerable<string> spellings, Script script)
    {
        var forms = spellings.Distinct().ToList();
        return forms.Take(8)
            .Concat(forms.Take(2).SelectMany(form => SemiticPrefixes.Of(form, script)))
            .Concat(forms.Skip(8));
    }

    /// <summary>A name of several words also as one, as scripts without capitals often write it.</summary>
    private static IEnumerable<string> Joined(string form) =>
        form.Contains(' ', StringComparison.Ordinal) ? [form, form.Replace(" ", "", StringComparison.Ordinal)] : [form];

    private static IEnumerable<string> WithGreekCases(string form) =>
        form.EndsWith("ης", StringComparison.Ordinal) || form.EndsWith("ας", StringComparison.Ordinal)
            ? [form, form[..^1]]
            : form.EndsWith("ος", StringComparison.Ordinal) ? [form, form[..^1] + "υ", form[..^1]] : [form];
}
