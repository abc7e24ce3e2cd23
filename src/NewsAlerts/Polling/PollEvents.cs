using NewsAlerts.Archive;
using NewsAlerts.Configuration;

namespace NewsAlerts.Polling;

/// <summary>Shows what polling does, as it does it. Nothing is decided here.</summary>
internal sealed class PollEvents
{
    /// <summary>A feed was polled, or its hub announced something: its state after that, and how many new items there were.</summary>
    public event Action<Feed, FeedState, int>? FeedPolled;

    /// <summary>New items of a feed were found, those that are to alert nobody too.</summary>
    public event Action<Feed, IReadOnlyList<ArchivedItem>>? ItemsFound;

    /// <summary>Raises <see cref="FeedPolled"/>.</summary>
    public void Polled(Feed feed, FeedState after, int newItems) => FeedPolled?.Invoke(feed, after, newItems);

    /// <summary>Raises <see cref="ItemsFound"/>.</summary>
    public void Found(Feed feed, IReadOnlyList<ArchivedItem> items) => ItemsFound?.Invoke(feed, items);
}
