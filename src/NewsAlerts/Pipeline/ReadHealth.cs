using NewsAlerts.Storage;

namespace NewsAlerts.Pipeline;

/// <summary>Finds out whether the service does its work, from two listings: cheap enough to be asked every minute.</summary>
internal sealed class ReadHealth(RefreshConfiguration refresh, FeedShards shards, TimeProvider time)
{
    /// <summary>Reads the health.</summary>
    public async Task<ServiceHealth> RunAsync(CancellationToken cancellationToken)
    {
        var state = await refresh.RunAsync(cancellationToken);
        var listed = await shards.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        var due = listed.Where(shard => shard.IsDue(now)).ToList();
        var late = due.Select(shard => shard.LateBy(now)).Append(TimeSpan.Zero).Max();
        return new ServiceHealth(
            state.Origin is not null && state.Mistakes.Count == 0 && late < ListedShard.TooLate,
            state.Origin,
            state.Since,
            state.Mistakes.Count,
            listed.Count,
            due.Count,
            late);
    }
}
