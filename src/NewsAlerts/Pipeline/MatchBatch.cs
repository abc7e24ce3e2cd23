namespace NewsAlerts.Pipeline;

/// <summary>Asks for new items to be matched against the rules.</summary>
/// <param name="Batch">The archive document that holds the items.</param>
internal sealed record MatchBatch(string Batch)
{
    /// <summary>The trace that it belongs to (W3C Trace Context §3.2); null where nobody listens.</summary>
    public string? Trace { get; init; }
}
