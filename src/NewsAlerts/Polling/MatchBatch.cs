using NewsAlerts.Storage;

namespace NewsAlerts.Polling;

/// <summary>Asks for new items to be matched against the rules.</summary>
/// <param name="Batch">The archive document that holds the items.</param>
internal sealed record MatchBatch(string Batch)
{
    /// <summary>
    /// The message that was given up, and is worked on once more with this one (<see cref="PoisonMessages"/>); null where none was.
    /// </summary>
    public string? Replayed { get; init; }

    /// <summary>The trace that it belongs to (W3C Trace Context §3.2); null where nobody listens.</summary>
    public string? Trace { get; init; }
}
