namespace NewsAlerts.Archive;

/// <summary>What was found when the items of a feed were compared with those that it had shown.</summary>
/// <param name="Ids">The identities of all items, in their order.</param>
/// <param name="Fresh">Those that the feed had never shown.</param>
/// <param name="NoneWasKnown">Whether the feed had shown items before, and shows none of them any more.</param>
/// <param name="GuidsTellNothing">
/// Whether the publisher's identifiers tell no items: all are others than at the last poll for the same items, or most
/// items have the same one.
/// </param>
internal sealed record NotedItems(
    IReadOnlyList<string> Ids, IReadOnlyList<FreshItem> Fresh, bool NoneWasKnown, bool GuidsTellNothing);
