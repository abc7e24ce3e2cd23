namespace NewsAlerts.Feeds;

/// <summary>
/// Which marks tell the items of one document apart. A publisher's identifier that several items have tells none of
/// them, and neither does a link that several share: such items are told by the next mark, in the order of
/// <see cref="ItemId"/>.
/// </summary>
public sealed class TellingMarks
{
    private readonly HashSet<string> _sharedGuids;
    private readonly HashSet<string> _sharedLinks;
    private readonly bool _ignoreGuids;

    /// <summary>Looks through a document's items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="ignoreGuids">Whether the feed is known for identifiers that tell nothing.</param>
    /// <param name="isSharedLink">Whether a canonical link is known to be shared.</param>
    public TellingMarks(IReadOnlyList<Item> items, bool ignoreGuids, Func<string, bool> isSharedLink)
    {
        _sharedGuids = SharedGuids(items);
        _ignoreGuids = ignoreGuids || HasOneGuidForMost(items);
        _sharedLinks = [.. items.Where(item => LinkOf(item) is not null).GroupBy(item => LinkOf(item) ?? "")
            .Where(link => isSharedLink(link.Key) || IsShared([.. link])).Select(link => link.Key)];
    }

    /// <summary>Whether most of the items have one and the same identifier.</summary>
    public static bool HasOneGuidForMost(IReadOnlyList<Item> items)
    {
        var shared = SharedGuids(items);
        return items.Select(item => item.Guid ?? "").Where(shared.Contains).CountBy(guid => guid).Any(guid => guid.Value * 2 > items.Count);
    }

    /// <summary>Whether the item's identifier tells it.</summary>
    public bool HasGuid(Item item) => item.Guid is { Length: > 0 } guid && !_ignoreGuids && !_sharedGuids.Contains(guid);

    /// <summary>Whether the item's link tells it.</summary>
    public bool HasLink(Item item) => item.Link is { Length: > 0 } && (LinkOf(item) is not { } link || !_sharedLinks.Contains(link));

    /// <summary>Whether the item's link is one of several items.</summary>
    public bool IsLinkShared(Item item) => LinkOf(item) is { } link && _sharedLinks.Contains(link);

    /// <summary>The item's identity, by the first mark that tells it.</summary>
    public string IdOf(Item item) =>
        HasGuid(item) ? ItemId.OfGuid(item.Guid ?? "")
        : HasLink(item) ? ItemId.OfLink(item.Link ?? "")
        : ItemId.OfText(item);

    /// <summary>The canonical form of the item's link; null where it has none.</summary>
    public static string? LinkOf(Item item) => item.Link is null ? null : CanonicalLink.Of(item.Link);

    // An Atom entry may be there in several versions (RFC 4287 §4.1.1), which share their link. Where the link does not
    // tell, a guid that most of the items have is none.
    private static HashSet<string> SharedGuids(IReadOnlyList<Item> items) => [.. items
        .Where(item => item.Guid is { Length: > 0 }).GroupBy(item => item.Guid ?? "")
        .Where(guid => guid.Select(LinkOf).OfType<string>().Distinct().Count() > 1
            || (guid.Count() * 2 > items.Count && guid.DistinctBy(item => item.Title).Count() > 1))
        .Select(guid => guid.Key)];

    private bool IsShared(IReadOnlyList<Item> items) =>
        items.DistinctBy(item => item.Title).Count() > 1
        && items.DistinctBy(item => HasGuid(item) ? item.Guid : item.Title).Count() > 1;
}
