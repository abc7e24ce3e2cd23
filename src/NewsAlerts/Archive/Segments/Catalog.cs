namespace NewsAlerts.Archive.Segments;

/// <summary>
/// What there is of one kind of merged documents. It is the only word on that: what it does not name is not there, and
/// replacing it is what commits a merge.
/// </summary>
internal sealed record Catalog
{
    /// <summary>The number of the next segment, from 1.</summary>
    public int Next { get; init; } = 1;

    /// <summary>The segments, oldest first.</summary>
    public IReadOnlyList<Segment> Segments { get; init; } = [];

    /// <summary>The index, in at most <see cref="MergeDocuments.MostRuns"/> runs, the largest and oldest first.</summary>
    public IReadOnlyList<IndexRun> Runs { get; init; } = [];

    /// <summary>Documents whose content is elsewhere now, and which are deleted once nobody can be reading them.</summary>
    public IReadOnlyList<RemovedDocument> Removed { get; init; } = [];
}
