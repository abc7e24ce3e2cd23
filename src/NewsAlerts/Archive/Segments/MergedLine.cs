namespace NewsAlerts.Archive.Segments;

/// <summary>What a merge must know of a document.</summary>
/// <param name="Oldest">The time of the oldest thing in it, UTC.</param>
/// <param name="Newest">The time of the newest thing in it, UTC.</param>
/// <param name="Keys">What it is found by, beside its name.</param>
internal sealed record MergedLine(DateTimeOffset Oldest, DateTimeOffset Newest, IReadOnlyList<IndexKey> Keys);
