namespace NewsAlerts.Storage;

/// <summary>
/// How long the right to work on something lasts: short, so that what a process had that has ended is free again soon, and
/// renewed while the work goes on (<see cref="KeptLease"/>).
/// </summary>
internal static class Lease
{
    /// <summary>How long a lease lasts, unless it is renewed: a minute.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(1);

    // By so much the clock of whoever took it may be ahead of ours.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether a lease holds that ends so. One that ends further ahead than anybody can have set it was set by a clock that was
    /// wrong, and does not.
    /// </summary>
    /// <param name="until">When it ends, UTC; null where there is none.</param>
    /// <param name="now">The time, UTC.</param>
    public static bool Holds(DateTimeOffset? until, DateTimeOffset now) => until > now && until <= now + Time + ClockDifference;
}
