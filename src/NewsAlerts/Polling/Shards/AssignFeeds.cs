using NewsAlerts.Configuration;

namespace NewsAlerts.Polling.Shards;

/// <summary>
/// Keeps every configured feed in one shard. A feed stays in the shard that it was assigned to, with its state; a new
/// one goes where its host already is, if there is room, so that one shard is the only one to ask that host.
/// </summary>
internal sealed class AssignFeeds(FeedShards shards)
{
    /// <summary>Assigns what is new and drops what is gone, if the set of feeds has changed since the last time.</summary>
    public async Task RunAsync(IReadOnlyList<Feed> feeds, CancellationToken cancellationToken)
    {
        var fingerprint = FeedShards.FingerprintOf(feeds.Select(feed => feed.Url));
        if (await shards.ReadAssignedAsync(cancellationToken) == fingerprint)
        {
            return;
        }

        var assigned = await ReadAsync(cancellationToken);
        var configured = feeds.Select(feed => feed.Url).ToHashSet();
        var plan = new ShardPlan(assigned.ToDictionary(shard => shard.Key, shard => shard.Value.Where(configured.Contains)));
        foreach (var feed in feeds)
        {
            plan.Place(feed.Url);
        }

        foreach (var (shard, urls) in plan.Shards.Where(shard => !assigned.TryGetValue(shard.Key, out var before) || !shard.Value.SetEquals(before)))
        {
            await shards.UpdateAsync(shard, known: null, current => Reassign(current ?? new FeedShard(), urls), cancellationToken);
        }

        await shards.WriteAssignedAsync(fingerprint, cancellationToken);
    }

    private static FeedShard Reassign(FeedShard shard, IReadOnlyCollection<string> urls)
    {
        var kept = shard.Feeds.Where(feed => urls.Contains(feed.Url)).ToList();
        var added = urls.Except(kept.Select(feed => feed.Url))
            .Select(url => new FeedState { Url = url, Due = DateTimeOffset.UnixEpoch });
        return shard with { Feeds = [.. kept, .. added] };
    }

    private async Task<Dictionary<string, IReadOnlyList<string>>> ReadAsync(CancellationToken cancellationToken)
    {
        var assigned = new Dictionary<string, IReadOnlyList<string>>();
        await foreach (var shard in shards.ListAsync(cancellationToken))
        {
            var read = await shards.ReadAsync(shard.Name, cancellationToken);
            assigned[shard.Name] = [.. (read?.Feeds ?? []).Select(feed => feed.Url)];
        }

        return assigned;
    }
}
