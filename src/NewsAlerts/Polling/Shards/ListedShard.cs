using NewsAlerts.Polling.Pace;
using NewsAlerts.Storage;

namespace NewsAlerts.Polling.Shards;

/// <summary>A shard as listed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Due">When the first of its feeds is due, UTC; null where none is.</param>
/// <param name="ClaimedUntil">Until when somebody polls it, UTC; null where nobody does. In the past, somebody ended before that.</param>
internal sealed record ListedShard(string Name, DateTimeOffset? Due, DateTimeOffset? ClaimedUntil)
{
    /// <summary>When one of its feeds was polled last, UTC; null where none ever was.</summary>
    public DateTimeOffset? Polled { get; init; }

    /// <summary>The due time that a poll was asked for ahead, UTC; null where nobody has.</summary>
    public DateTimeOffset? Asked { get; init; }

    /// <summary>Since when each of its feeds has failed that fails, UTC, to the second.</summary>
    public IReadOnlyList<DateTimeOffset> Failing { get; init; } = [];

    /// <summary>How late polls are when somebody should look at it.</summary>
    public static readonly TimeSpan TooLate = TimeSpan.FromHours(1);

    /// <summary>For how long it has waited to be polled; a feed that was never polled is due since 1970, and is not late yet.</summary>
    public TimeSpan LateBy(DateTimeOffset now) => IsDue(now) && Due > DateTimeOffset.UnixEpoch ? now - Due.Value : TimeSpan.Zero;

    /// <summary>Whether somebody began to poll it, and ended before it was done.</summary>
    public bool WasLeft(DateTimeOffset now) => ClaimedUntil is not null && !Lease.Holds(ClaimedUntil, now);

    /// <summary>Whether it is to be polled now.</summary>
    public bool IsDue(DateTimeOffset now) =>
        (Due.NotLaterThan(now, FeedSchedule.LongestWait) <= now || (Due is not null && Polled?.IsTooFar(now, TimeSpan.Zero) == true))
        && !Lease.Holds(ClaimedUntil, now);
}
