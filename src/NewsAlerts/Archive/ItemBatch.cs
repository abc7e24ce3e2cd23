namespace NewsAlerts.Archive;

/// <summary>Items that were found new together.</summary>
/// <param name="Items">The items, in the order in which they were found.</param>
public sealed record ItemBatch(IReadOnlyList<ArchivedItem> Items);
