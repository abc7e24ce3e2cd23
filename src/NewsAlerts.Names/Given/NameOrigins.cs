using System.Buffers;
using NewsAlerts.Names.People;
using NewsAlerts.Names.Spellings;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.Given;

/// <summary>Tells where a name in Latin letters comes from, by its given name, its ending and its letters.</summary>
internal static class NameOrigins
{
    private static readonly (string[] Endings, NameOrigin Origin)[] Endings =
    [
        ([
            "opoulos", "opoulou", "akis", "aki", "idis", "adis", "iadis", "oglou", "poulos",
            "ellis", "antis", "ipras", "aras", "oufakis",
        ], NameOrigin.Greek),
        ([
            "ov", "ev", "ow", "ew", "off", "eff", "ova", "eva", "sky", "skiy", "skyy", "skij",
            "enko", "chuk", "tsyn", "tsin", "vych", "vich", "evic", "ovic", "shin", "utin", "tine",
            "ovich", "evich", "zhin", "yakov", "noy", "naya",
        ], NameOrigin.Slavic),
        (["allah", "ullah", "uddin", "eddine", "addin", "yyah", "aoui", "aldin"], NameOrigin.Arabic),
        ([
            "yahu", "yaku", "awa", "moto", "ashi", "zaki", "ama", "shita", "mura", "kami", "guchi",
            "zawa",
        ], NameOrigin.Other),
    ];

    private static readonly string[] RomanisedSigns = ["kh", "zh", "dh", "yu", "ya", "yo", "q"];

    /// <summary>Letters that only languages in Latin letters have; no romanisation of the press uses them.</summary>
    private static readonly SearchValues<char> LatinMarks = SearchValues.Create("äöüßøåæłńśźżęąőűşğıçñõãêôàèìòùă");

    public static NameOrigin Of(PersonName person)
    {
        if (Scripts.Of(person.Family[^1]) is not Script.Latin)
        {
            return Scripts.Of(person.Family[^1]) switch
            {
                Script.Cyrillic => NameOrigin.Slavic,
                Script.Greek => NameOrigin.Greek,
                Script.Arabic => NameOrigin.Arabic,
                _ => NameOrigin.Other,
            };
        }

        if (person.Family[^1].ToLowerInvariant().AsSpan().IndexOfAny(LatinMarks) >= 0)
        {
            return NameOrigin.Latin;
        }

        if (person.IsFamilyFirst)
        {
            return NameOrigin.Other;
        }

        if (person.HasArticle)
        {
            return NameOrigin.Arabic;
        }

        var family = Folded.Of(person.Family[^1]);
        var given = person.Given.Append(person.Family[^1])
            .Select(GivenNames.OriginOf)
            .FirstOrDefault(origin => origin is not null);
        var byEnding = Endings.FirstOrDefault(entry => entry.Endings.Any(ending =>
            family.Length > ending.Length && family.EndsWith(ending, StringComparison.Ordinal)));
        return (given, byEnding.Endings) switch
        {
            (not null and not NameOrigin.Latin, _) => given.Value,
            (_, not null) => byEnding.Origin,
            (NameOrigin.Latin, _) => NameOrigin.Latin,
            _ => RomanisedOr(family, NameOrigin.Latin),
        };
    }

    private static NameOrigin RomanisedOr(string family, NameOrigin otherwise) =>
        Array.Exists(RomanisedSigns, sign => family.Contains(sign, StringComparison.Ordinal))
        && !family.Contains("qu", StringComparison.Ordinal)
            ? NameOrigin.Other
            : otherwise;
}
