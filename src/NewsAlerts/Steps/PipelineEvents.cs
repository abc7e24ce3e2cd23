using NewsAlerts.Archive;
using NewsAlerts.Configuration;
using NewsAlerts.Messages;
using NewsAlerts.Polling;

namespace NewsAlerts.Steps;

/// <summary>Tells whoever watches what the steps do, as they do it. Nothing is decided here.</summary>
internal sealed class PipelineEvents
{
    /// <summary>A feed was polled, or its hub announced something: its state after that, and how many new items there were.</summary>
    public event Action<Feed, FeedState, int>? FeedPolled;

    /// <summary>New items of a feed were found, those that are to alert nobody too.</summary>
    public event Action<Feed, IReadOnlyList<ArchivedItem>>? ItemsFound;

    /// <summary>An item satisfied rules.</summary>
    public event Action<ArchivedItem, IReadOnlyList<WatchRule>>? ItemMatched;

    /// <summary>A delivery was tried: its record after that, and what it tells.</summary>
    public event Action<DeliveryRecord, IReadOnlyList<Alert>>? DeliveryTried;

    /// <summary>Raises <see cref="FeedPolled"/>.</summary>
    public void Polled(Feed feed, FeedState after, int newItems) => FeedPolled?.Invoke(feed, after, newItems);

    /// <summary>Raises <see cref="ItemsFound"/>.</summary>
    public void Found(Feed feed, IReadOnlyList<ArchivedItem> items) => ItemsFound?.Invoke(feed, items);

    /// <summary>Raises <see cref="ItemMatched"/>.</summary>
    public void Matched(ArchivedItem item, IReadOnlyList<WatchRule> rules) => ItemMatched?.Invoke(item, rules);

    /// <summary>Raises <see cref="DeliveryTried"/>.</summary>
    public void Tried(DeliveryRecord record, IReadOnlyList<Alert> alerts) => DeliveryTried?.Invoke(record, alerts);
}
