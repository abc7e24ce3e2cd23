using NewsAlerts.Archive;

namespace NewsAlerts.Polling;

/// <summary>What was found in a feed that was polled.</summary>
/// <param name="New">The items that were never seen in it; those that are to alert nobody say why.</param>
/// <param name="Shown">What the poll has shown of the feed.</param>
internal sealed record FoundItems(IReadOnlyList<ArchivedItem> New, ShownItems Shown)
{
    /// <summary>Nothing, since the feed has not changed or was not read.</summary>
    public static FoundItems Nothing { get; } = new([], ShownItems.Unchanged);
}
