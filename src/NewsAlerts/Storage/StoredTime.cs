namespace NewsAlerts.Storage;

/// <summary>
/// Times that were stored, and may have been by a clock that was wrong: one that lies further ahead than it can have been set
/// counts as now, so that nothing waits for as long as the clock was ahead.
/// </summary>
internal static class StoredTime
{
    /// <summary>By how much the clocks of two machines may differ.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>The time, or now where it lies further ahead than it can have been set.</summary>
    /// <param name="time">The stored time.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="longest">The longest that it can lie ahead: zero for the time of something that has happened.</param>
    public static DateTimeOffset NotLaterThan(this DateTimeOffset time, DateTimeOffset now, TimeSpan longest) =>
        time.IsTooFar(now, longest) ? now : time;

    /// <summary>The same; null where there is no time.</summary>
    public static DateTimeOffset? NotLaterThan(this DateTimeOffset? time, DateTimeOffset now, TimeSpan longest) =>
        time?.NotLaterThan(now, longest);

    /// <summary>Whether a time lies further ahead than it can have been set.</summary>
    public static bool IsTooFar(this DateTimeOffset time, DateTimeOffset now, TimeSpan longest) => time - now > longest + Tolerance;
}
