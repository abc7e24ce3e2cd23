namespace NewsAlerts.Pipeline;

/// <summary>Asks for new items to be matched against the rules.</summary>
/// <param name="Batch">The archive document that holds the items.</param>
internal sealed record MatchBatch(string Batch);
