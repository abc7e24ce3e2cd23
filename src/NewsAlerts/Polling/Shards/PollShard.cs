using NewsAlerts.Storage;

namespace NewsAlerts.Polling.Shards;

/// <summary>Asks for a poll of the feeds of a shard that are due, or brings what a hub has told of one.</summary>
/// <param name="Shard">The shard's name.</param>
internal sealed record PollShard(string Shard)
{
    /// <summary>What a hub has told of one of its feeds, due or not; null where the feeds that are due are to be polled.</summary>
    public HubNotice? Notice { get; init; }

    /// <summary>When the poll is due that it asks for ahead, UTC; null where it is due already.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>
    /// The message that was given up, and is worked on once more with this one (<see cref="PoisonMessages"/>); null where none was.
    /// </summary>
    public string? Replayed { get; init; }

    /// <summary>The trace that it belongs to (W3C Trace Context §3.2); null where nobody listens.</summary>
    public string? Trace { get; init; }
}
