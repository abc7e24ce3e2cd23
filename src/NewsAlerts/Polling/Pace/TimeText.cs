namespace NewsAlerts.Polling.Pace;

/// <summary>Writes a length of time for a person: <c>2 min</c>.</summary>
internal static class TimeText
{
    /// <summary>The length in the largest unit of which there are about two: 45 s, 90 min, 36 h, 3 days.</summary>
    public static string Of(TimeSpan time) => time switch
    {
        { TotalSeconds: < 59.5 } => $"{Math.Max(1, time.TotalSeconds):0} s",
        { TotalMinutes: < 119.5 } => $"{time.TotalMinutes:0} min",
        { TotalHours: < 47.5 } => $"{time.TotalHours:0} h",
        _ => $"{time.TotalDays:0} days",
    };
}
