namespace NewsAlerts.Alerts;

/// <summary>How long ago something was, as people say it.</summary>
internal static class Age
{
    /// <summary>
    /// <c>just now</c>, <c>3 min ago</c>, <c>2 h ago</c>, <c>5 days ago</c>; rounded down. Publishers' clocks are wrong
    /// at times: what is less than a minute ahead is now, what is further ahead is <c>in 2 h</c>.
    /// </summary>
    public static string Of(DateTimeOffset time, DateTimeOffset now)
    {
        var age = now - time;
        if (age.Duration() < TimeSpan.FromMinutes(1))
        {
            return "just now";
        }

        return age > TimeSpan.Zero ? $"{Amount(age)} ago" : $"in {Amount(age.Duration())}";
    }

    private static string Amount(TimeSpan span) => span switch
    {
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} min",
        { TotalDays: < 1 } => $"{(int)span.TotalHours} h",
        { TotalDays: < 2 } => "1 day",
        _ => $"{(int)span.TotalDays} days",
    };
}
