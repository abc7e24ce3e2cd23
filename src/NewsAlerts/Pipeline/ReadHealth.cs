using NewsAlerts.Storage;

namespace NewsAlerts.Pipeline;

/// <summary>Finds out whether the service does its work, from two listings: cheap enough to be asked every minute.</summary>
internal sealed class ReadHealth(RefreshConfiguration refresh, FeedShards shards, TimeProvider time)
{
    private static readonly TimeSpan TooLate = TimeSpan.FromHours(1);

    /// <summary>Reads the health.</summary>
    public async Task<ServiceHealth> RunAsync(CancellationToken cancellationToken)
    {
        var state = await refresh.RunAsync(cancellationToken);
        var listed = await shards.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        var due = listed.Where(shard => shard.IsDue(now)).Select(shard => shard.Due).ToList();
        // A feed that was never polled is due since 1970.
        var late = now - (due.Where(since => since > DateTimeOffset.UnixEpoch).Min() ?? now);
        return new ServiceHealth(
            state.Origin is not null && state.Mistakes.Count == 0 && late < TooLate,
            state.Origin,
            state.Since,
            state.Mistakes.Count,
            listed.Count,
            due.Count,
            late);
    }
}
