using NewsAlerts.Names.Spellings;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.Given;

/// <summary>A given name in every script, with its case forms in Cyrillic.</summary>
internal static class GivenForms
{
    private static readonly Script[] Written =
        [Script.Latin, Script.Cyrillic, Script.Greek, Script.Arabic, Script.Hebrew, Script.Kana];

    /// <summary>The folded forms, each as one word, the likeliest of each script first.</summary>
    public static IEnumerable<string> Of(string name, NameOrigin origin, int sounds, int spellings)
    {
        var word = new WordSpellings(name, origin, sounds, name);
        return Written
            .SelectMany(script => word.In(script, spellings)
                .SelectMany(way => script == Script.Cyrillic
                    ? CyrillicCases.Of(way.Text.ToLowerInvariant())
                    : [way.Text]))
            .Select(Folded.Joined);
    }
}
