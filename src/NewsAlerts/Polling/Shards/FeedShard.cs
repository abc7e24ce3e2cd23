using System.Text.Json.Serialization;
using NewsAlerts.Configuration;
using NewsAlerts.Storage;

namespace NewsAlerts.Polling.Shards;

/// <summary>Up to 100 feeds that are polled together, and who polls them now.</summary>
public sealed record FeedShard
{
    /// <summary>The most feeds that a shard has.</summary>
    public const int Capacity = 100;

    /// <summary>The states of its feeds.</summary>
    public IReadOnlyList<FeedState> Feeds { get; init; } = [];

    /// <summary>The poll under way; null where there is none.</summary>
    public PollClaim? Claim { get; init; }

    /// <summary>
    /// The due time that a poll was asked for ahead, by a message that becomes visible then, UTC; null where nobody has. Where
    /// it is another one than <see cref="Due"/>, the timer asks.
    /// </summary>
    public DateTimeOffset? Asked { get; init; }

    /// <summary>When the first of its feeds is due; null where none is.</summary>
    public DateTimeOffset? Due => Feeds.Min(feed => feed.Due);

    /// <summary>When one of its feeds was polled last, UTC; null where none ever was.</summary>
    [JsonIgnore]
    public DateTimeOffset? Polled => Feeds.Max(feed => feed.Polled);

    /// <summary>Its feeds that fail, and since when, UTC; one failed poll may be nothing, unless it is the last one.</summary>
    public IEnumerable<(FeedState Feed, DateTimeOffset Since)> Failing =>
        from feed in Feeds
        where feed.Failures > 1 || (feed.Failures > 0 && feed.Due is null)
        where feed.FailingSince is not null
        select (feed, feed.FailingSince.GetValueOrDefault());

    /// <summary>Whether somebody else polls it now.</summary>
    public bool IsClaimedByAnother(string message, DateTimeOffset now) =>
        Claim is not null && Claim.Message != message && Lease.Holds(Claim.Until, now);

    /// <summary>The shard in which no time lies further ahead than it can have been set.</summary>
    internal FeedShard AsOf(DateTimeOffset now) => this with { Feeds = [.. Feeds.Select(feed => feed.AsOf(now))] };
}
