using System.Runtime.CompilerServices;
using NewsAlerts.Configuration;
using NewsAlerts.Polling.Shards;

namespace NewsAlerts.Polling.Hubs;

/// <summary>Turns what a hub has told into what a poll would have brought.</summary>
internal sealed class TakeHubNotice(HubSubscriptions subscriptions, TimeProvider time)
{
    /// <summary>The feed that the notice is about; nothing where it is not ours, or what the hub sent has been taken before.</summary>
    public async IAsyncEnumerable<PolledFeed> RunAsync(
        HubNotice notice, FeedShard shard, ConfigurationSnapshot snapshot, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = shard.Feeds.FirstOrDefault(feed => feed.Url == notice.Feed);
        if (known is null || snapshot.FindFeed(notice.Feed) is not { } feed)
        {
            yield break;
        }

        var state = known with { AnnouncedUntil = notice.Until };
        if (notice.Body is null)
        {
            var after = notice.Until is null ? AnnouncedPace.Resume(feed, state, time.GetUtcNow()) : state;
            yield return new PolledFeed(feed, known, after, null) { IsAnnounced = true };
        }
        else if (await subscriptions.ReadBodyAsync(notice.Body, cancellationToken) is { } body)
        {
            yield return Announcement.Read(feed, state, body, notice.ContentType, time.GetUtcNow());
        }
    }
}
