using NewsAlerts.Feeds;
using NewsAlerts.Http;

namespace NewsAlerts.Polling.Hubs;

/// <summary>Who announces a feed's new items, and under which name (WebSub §4).</summary>
/// <param name="Address">The hub's address.</param>
/// <param name="Topic">The feed's own address, by which the hub knows it.</param>
public sealed record FeedHub(string Address, string Topic)
{
    /// <summary>
    /// The hub that an answer names: in its <c>Link</c> headers, else in the document; of several, the first with an https
    /// address. Null where there is none, or it is not known under which name the hub knows the feed.
    /// </summary>
    /// <param name="header">The <c>Link</c> header; null where there was none.</param>
    /// <param name="hints">What the document says.</param>
    /// <param name="address">Where the answer came from, against which the header's addresses resolve.</param>
    internal static FeedHub? Find(string? header, PublishingHints hints, Uri? address)
    {
        var inHeader = Choose(Resolve(LinkHeader.TargetsOf(header, "hub"), address), Resolve(LinkHeader.TargetsOf(header, "self"), address));
        return inHeader ?? Choose(hints.Hubs, hints.Self is { } self ? [self] : []);
    }

    private static FeedHub? Choose(IEnumerable<string> hubs, IEnumerable<string> topics)
    {
        var usable = hubs.Where(IsUsable).ToList();
        var hub = usable.Find(hub => hub.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) ?? usable.FirstOrDefault();
        return hub is not null && topics.FirstOrDefault(IsUsable) is { } topic ? new FeedHub(hub, topic) : null;
    }

    private static bool IsUsable(string address) => WebAddress.IsWeb(address) && FeedLimits.Whole(address) is not null;

    private static IEnumerable<string> Resolve(IEnumerable<string> targets, Uri? address) => targets
        .Select(target => Uri.TryCreate(address, target, out var resolved) ? resolved.AbsoluteUri : null)
        .OfType<string>();
}
