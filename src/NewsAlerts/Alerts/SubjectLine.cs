namespace NewsAlerts.Alerts;

/// <summary>The one line that tells what a message holds: an email's subject, a chat's notification.</summary>
internal static class SubjectLine
{
    private const int TitleLimit = 120;

    /// <summary>The first headline, and how many more there are.</summary>
    public static string Of(IReadOnlyList<AlertText> alerts)
    {
        var title = Graphemes.Cut(alerts[0].Title.Text, TitleLimit);
        return alerts.Count == 1 ? title : $"{title} (and {alerts.Count - 1} more)";
    }
}
