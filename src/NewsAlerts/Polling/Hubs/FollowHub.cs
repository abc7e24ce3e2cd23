using NewsAlerts.Configuration;
using NewsAlerts.Feeds;

namespace NewsAlerts.Polling.Hubs;

/// <summary>Wants a subscription where a polled feed names a hub, and leaves the hub that a feed names no more.</summary>
internal sealed class FollowHub(PublicSite site, HubSubscriptions subscriptions, TimeProvider time)
{
    /// <summary>
    /// The feed's state after a poll or an announcement, with the pace that its hub allows. What is wanted of a hub is
    /// written down when it changes, and only then.
    /// </summary>
    public async Task<FeedState> RunAsync(string shard, PolledFeed polled, int newItems, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var state = polled.IsAnnounced ? polled.After : AnnouncedPace.AfterPoll(polled.Before, polled.After, newItems, now);
        var wanted = site.Address is { } address && state.Hub is { } hub
            ? StableHash.Of($"{address}\n{hub.Address}\n{hub.Topic}", 8)
            : null;

        // A process that serves nothing leaves the subscriptions to those that do.
        if (site.Address is null || wanted == state.HubAsked)
        {
            return state;
        }

        await subscriptions.UpdateAsync(
            HubSubscription.KeyOf(state.Url),
            current => state.Hub is { } hub ? HubSubscription.Want(state.Url, shard, hub, now) : current?.Leave(now),
            cancellationToken);
        return state with { HubAsked = wanted, AnnouncedUntil = null };
    }
}
