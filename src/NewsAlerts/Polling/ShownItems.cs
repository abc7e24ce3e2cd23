using NewsAlerts.Feeds;

namespace NewsAlerts.Polling;

/// <summary>What a poll has shown, compared with all polls before.</summary>
/// <param name="Items">The items that the feed shows; null where it has not changed.</param>
/// <param name="Fresh">Those that it had never shown.</param>
/// <param name="NoneWasKnown">Whether the feed had shown items before, and shows none of them any more.</param>
/// <param name="GuidsTellNothing">Whether the publisher's identifiers tell no items.</param>
internal sealed record ShownItems(
    IReadOnlyList<Item>? Items, IReadOnlyList<Item> Fresh, bool NoneWasKnown, bool GuidsTellNothing)
{
    /// <summary>A poll that gave no other document than the one before.</summary>
    public static ShownItems Unchanged { get; } = new(null, [], NoneWasKnown: false, GuidsTellNothing: false);
}
