using NewsAlerts.Configuration;
using NewsAlerts.Polling.Shards;

namespace NewsAlerts.Polling;

/// <summary>
/// Finds the configured feeds that fail: each shard is read once. A listing does not do, as it leaves out what has failed only once.
/// </summary>
internal sealed class ReadFailingFeeds(CurrentConfiguration configuration, FeedShards shards)
{
    /// <summary>The states of the feeds whose last poll failed, in the order of the configuration.</summary>
    public async Task<IReadOnlyList<(Feed Feed, FeedState State)>> RunAsync(CancellationToken cancellationToken)
    {
        var failing = new Dictionary<string, FeedState>();
        await foreach (var shard in shards.ListAsync(cancellationToken))
        {
            foreach (var feed in (await shards.ReadAsync(shard.Name, cancellationToken))?.Feeds ?? [])
            {
                if (feed.Error is not null)
                {
                    failing[feed.Url] = feed;
                }
            }
        }

        return
        [
            .. from feed in configuration.Snapshot.Configuration.Feeds
               where failing.ContainsKey(feed.Url)
               select (feed, failing[feed.Url]),
        ];
    }
}
