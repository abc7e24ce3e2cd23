namespace NewsAlerts.Pipeline;

/// <summary>Asks for a poll of the feeds of a shard that are due.</summary>
/// <param name="Shard">The shard's name.</param>
internal sealed record PollShard(string Shard)
{
    /// <summary>The trace that it belongs to (W3C Trace Context §3.2); null where nobody listens.</summary>
    public string? Trace { get; init; }
}
