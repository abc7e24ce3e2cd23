using NewsAlerts.Messages.Texts;
using NewsAlerts.Rules.Matching;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Values;

/// <summary>Languages as alerts.yaml writes them: tags (BCP 47) such as <c>de</c> or <c>de-AT</c>.</summary>
internal static class LanguageText
{
    /// <summary>Why the text is none of the languages that there are; null where it is one.</summary>
    public static Problem? Check(string text) => LanguageTag.IsTag(text) && Languages.Find(text) is not null
        ? null
        : new Problem($"is none of {string.Join(", ", Languages.All.Select(language => language.Tag))}", Meant(text));

    /// <summary>The tag of the language that a text means which <see cref="Check"/> has nothing against.</summary>
    public static string Parse(string text) => Languages.Of(text).Tag;

    /// <summary>Its name in the place of its tag, or an underscore in the place of a hyphen.</summary>
    private static string? Meant(string text) => Languages.All
        .FirstOrDefault(language => new[] { language.Name, language.EnglishName, language.Tag }.Any(
            word => word.Equals(text.Split('_')[0].Trim(), StringComparison.OrdinalIgnoreCase)))
        ?.Tag;
}
