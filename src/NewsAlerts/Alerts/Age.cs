using NewsAlerts.Alerts.Texts;

namespace NewsAlerts.Alerts;

/// <summary>How long ago something was, as people say it.</summary>
internal static class Age
{
    /// <summary>
    /// In English <c>just now</c>, <c>3 min ago</c>, <c>2 h ago</c>, <c>5 days ago</c>; rounded down. Publishers' clocks are
    /// wrong at times: what is less than a minute ahead is now, what is further ahead is <c>in 2 h</c>.
    /// </summary>
    public static string Of(DateTimeOffset time, DateTimeOffset now, ILanguage language)
    {
        var age = now - time;
        if (age.Duration() < TimeSpan.FromMinutes(1))
        {
            return language.JustNow;
        }

        var span = SpanOf(age.Duration(), language);
        return age > TimeSpan.Zero ? language.Ago(span) : language.Ahead(span);
    }

    /// <summary>The same in English, for whoever runs the service.</summary>
    public static string Of(DateTimeOffset time, DateTimeOffset now) => Of(time, now, Languages.English);

    private static string SpanOf(TimeSpan span, ILanguage language) => span switch
    {
        { TotalHours: < 1 } => language.Minutes((int)span.TotalMinutes),
        { TotalDays: < 1 } => language.Hours((int)span.TotalHours),
        _ => language.Days((int)span.TotalDays),
    };
}
