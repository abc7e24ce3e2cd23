using NewsAlerts.Feeds;
using NewsAlerts.Polling.Hubs;

namespace NewsAlerts.Polling;

/// <summary>Finds out how the subscriptions to hubs are, from one listing and the documents of those that are not well.</summary>
internal sealed class ReadHubs(HubSubscriptions subscriptions, TimeProvider time)
{
    /// <summary>The status of each feed that has a subscription, by the feed's address.</summary>
    public async Task<IReadOnlyDictionary<string, HubStatus>> RunAsync(
        IEnumerable<FeedState> feeds, CancellationToken cancellationToken)
    {
        var asked = feeds.Where(feed => feed is { Hub: not null, HubAsked: not null }).ToList();
        var statuses = new Dictionary<string, HubStatus>();
        if (asked.Count == 0)
        {
            return statuses;
        }

        var listed = await subscriptions.ListAsync(cancellationToken).ToDictionaryAsync(entry => entry.Key, cancellationToken: cancellationToken);
        foreach (var feed in asked)
        {
            if (listed.TryGetValue(HubSubscription.KeyOf(feed.Url), out var entry))
            {
                var problem = entry.State == HubSubscriptionState.Active
                    ? null
                    : (await subscriptions.ReadAsync(entry.Key, cancellationToken))?.Problem;
                statuses[feed.Url] = Describe(feed, entry.State, problem);
            }
        }

        return statuses;
    }

    private HubStatus Describe(FeedState feed, HubSubscriptionState state, string? problem) => new(
        WebAddress.HostOf(feed.Hub?.Address ?? ""),
        state,
        feed.AnnouncedUntil > time.GetUtcNow() ? feed.AnnouncedUntil : null,
        feed.Announced,
        problem);
}
