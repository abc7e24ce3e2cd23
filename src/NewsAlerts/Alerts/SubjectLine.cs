using NewsAlerts.Alerts.Texts;

namespace NewsAlerts.Alerts;

/// <summary>The one line that tells what a message holds: an email's subject, a chat's notification.</summary>
internal static class SubjectLine
{
    private const int TitleLimit = 120;

    /// <summary>The first headline, and how many more there are; of a digest, what it is before that.</summary>
    public static string Of(IReadOnlyList<AlertText> alerts, Digest? digest, ILanguage language)
    {
        var title = Graphemes.Cut(alerts[0].Title.Text, TitleLimit);
        var more = alerts.Count - 1 + (digest?.More ?? 0);
        var line = more == 0 ? title : $"{title} ({language.AndMore(more)})";
        return digest is null ? line : language.Labelled(digest.TitleIn(language), line);
    }
}
