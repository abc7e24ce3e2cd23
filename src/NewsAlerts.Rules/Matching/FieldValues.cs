using NewsAlerts.Rules.Parsing;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Matching;

/// <summary>Reads the values of fields that are compared as a whole: hosts, languages, names and tags of feeds.</summary>
internal static class FieldValues
{
    private const char Star = '*';

    /// <summary>What is wrong where a sign that works on words stands in such a field.</summary>
    public static string IsWhole(TextField field, string sign) =>
        $"{sign} does not go with `{QueryFields.NameOf(field)}:`, which is compared as a whole.";

    /// <summary>The value that the text is; null with a message where it is none.</summary>
    public static QueryNode? Read(TextField field, string text, out string message, out string? suggestion)
    {
        message = "";
        suggestion = null;
        if (field == TextField.Feed && text.EndsWith(Star) && text.IndexOf(Star, StringComparison.Ordinal) == text.Length - 1)
        {
            if (FieldTerms.Whole(field, text) is not null)
            {
                return new QueryNode.Prefix(text[..^1]);
            }
        }
        else if (FieldTerms.Whole(field, text) is not null && !text.Contains(Star, StringComparison.Ordinal))
        {
            return new QueryNode.Word(text);
        }

        (message, suggestion) = field switch
        {
            TextField.Site => ("`site:` takes the name of a host and finds those below it, too.", HostMeant(text)),
            TextField.Language => ("`lang:` takes the code of a language, such as `en`, and finds `en-US`, too.", LanguageMeant(text)),
            _ => ("`feed:` takes the name or a tag of a feed; `*` may stand at its end.", FieldTerms.Whole(field, text) is null ? "" : text.Replace("*", "", StringComparison.Ordinal)),
        };
        return null;
    }

    private static string? HostMeant(string text)
    {
        var host = SiteName.OfLink(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text.TrimStart('*', '.'));
        return SiteName.Normalize(host) is null ? null : host.ToString();
    }

    private static string? LanguageMeant(string text) => LanguageTag.Normalize(text.TrimEnd('*', '-'));
}
