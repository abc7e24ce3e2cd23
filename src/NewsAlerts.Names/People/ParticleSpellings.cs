using NewsAlerts.Names.Spellings;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.People;

/// <summary>How the particles that stay with a family name are written in each script.</summary>
internal static class ParticleSpellings
{
    private const string Son = "bin ben ibn|бин бен ибн ібн|μπιν μπεν|بن|בן|ビン ベン";
    private const string Father = "abu abou|абу|αμπού|أبو ابو|אבו|アブ";

    private static readonly Dictionary<string, string> ByParticle = new()
    {
        ["bin"] = Son,
        ["ben"] = Son,
        ["ibn"] = Son,
        ["abu"] = Father,
        ["abou"] = Father,
        ["le"] = "le|ле|λε|لو|לה|ル",
        ["la"] = "la|ла|λα|لا|לה|ラ",
    };

    /// <summary>The spellings in a script; null where the word is no such particle.</summary>
    public static IReadOnlyList<Spelling>? Of(string word, Script script) =>
        ByParticle.TryGetValue(Folded.Of(word), out var forms) && script <= Script.Kana
            ? [.. forms.Split('|')[(int)script].Split(' ').Select((form, cost) => new Spelling(form, cost))]
            : null;
}
