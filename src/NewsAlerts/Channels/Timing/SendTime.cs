namespace NewsAlerts.Channels.Timing;

/// <summary>When something is sent next, and what it waits for until then.</summary>
/// <param name="At">The time, UTC; it may be past.</param>
/// <param name="Wait">What it waits for, or waited for last.</param>
public sealed record SendTime(DateTimeOffset At, SendWait Wait)
{
    /// <summary>This time, or the other one where that is later.</summary>
    internal SendTime NotBefore(DateTimeOffset? at, SendWait wait) => at > At ? new SendTime(at.Value, wait) : this;
}
