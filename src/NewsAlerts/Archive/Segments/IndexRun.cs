namespace NewsAlerts.Archive.Segments;

/// <summary>Index entries of some segments in one sorted sequence, cut into documents.</summary>
/// <param name="Entries">How many there are.</param>
/// <param name="Parts">The documents, in order.</param>
internal sealed record IndexRun(long Entries, IReadOnlyList<IndexPart> Parts)
{
    /// <summary>The one part that holds the entries of a key, if any does.</summary>
    public IndexPart? Find(ulong key) => Parts.LastOrDefault(part => part.First <= key);
}
