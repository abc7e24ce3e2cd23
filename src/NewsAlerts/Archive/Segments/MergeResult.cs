namespace NewsAlerts.Archive.Segments;

/// <summary>What a merge has done.</summary>
/// <param name="Merged">How many documents are in segments now that were not.</param>
/// <param name="Dropped">How many documents and segments were too old.</param>
/// <param name="Unreadable">The documents that cannot be merged, since they are not what they should be.</param>
internal sealed record MergeResult(int Merged, int Dropped, IReadOnlyList<string> Unreadable);
