namespace NewsAlerts.Polling.Shards;

/// <summary>
/// Lets the feeds of a shard that have the same interval be due together, so that one round polls them all: each round
/// reads and writes the whole shard, whatever number of its feeds is due.
/// </summary>
/// <param name="feeds">All feeds of the shard, as they are after a round.</param>
/// <param name="intervalOf">The configured interval of a feed, by its address; null where it has none.</param>
internal sealed class ShardRhythm(IReadOnlyList<FeedState> feeds, Func<string, TimeSpan?> intervalOf)
{
    private readonly ILookup<TimeSpan?, DateTimeOffset?> _dues = feeds
        .Where(feed => KeepsTo(intervalOf(feed.Url), feed))
        .ToLookup(feed => intervalOf(feed.Url), feed => feed.Due);

    /// <summary>
    /// The feed, due with the first of the others that leaves it half of its interval. Those that came apart are together
    /// again after two intervals, and from then on each waits for the whole of it. Who fails, or was asked to wait, does.
    /// </summary>
    public FeedState Join(FeedState feed)
    {
        var interval = intervalOf(feed.Url);
        return KeepsTo(interval, feed)
            ? feed with { Due = _dues[interval].Where(due => due >= feed.Polled + (interval / 2)).Append(feed.Due).Min() }
            : feed;
    }

    private static bool KeepsTo(TimeSpan? interval, FeedState feed) =>
        feed.Failures == 0 && feed.Due <= feed.Polled + interval;
}
