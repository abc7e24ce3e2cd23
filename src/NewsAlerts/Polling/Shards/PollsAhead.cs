namespace NewsAlerts.Polling.Shards;

/// <summary>
/// Which polls are asked for ahead, by a message that becomes visible when they are due: so that no feed waits for the timer to
/// come round. What is due later than that, the timer finds in time.
/// </summary>
internal sealed class PollsAhead
{
    /// <summary>
    /// How long it is from one turn of the timer to the next; a minute by default. Zero for a process that does what is due
    /// now, and ends.
    /// </summary>
    public TimeSpan Period { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>After what time a poll is to be asked for ahead; null where it is due now, or in the timer's next period.</summary>
    /// <param name="due">When it is due, UTC; null where nothing is.</param>
    /// <param name="now">The time, UTC.</param>
    public TimeSpan? DelayUntil(DateTimeOffset? due, DateTimeOffset now) =>
        due > now && due - now <= Period ? due - now : null;
}
