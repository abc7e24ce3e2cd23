using NewsAlerts.Configuration;
using NewsAlerts.Storage;

namespace NewsAlerts.Pipeline;

/// <summary>
/// The first step, run by a timer: finds the shards with a feed that is due, and asks for a poll of each. Run twice, it
/// asks twice, and the second poll finds nothing due.
/// </summary>
internal sealed class SchedulePolls(
    CurrentConfiguration configuration, AssignFeeds assign, FeedShards shards, Messages messages, TimeProvider time)
{
    /// <summary>Asks for a poll of every shard that is due. Returns how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await assign.RunAsync(configuration.Snapshot.Configuration.Feeds, cancellationToken);

        var now = time.GetUtcNow();
        var count = 0;
        await foreach (var shard in shards.ListAsync(cancellationToken).Where(shard => shard.IsDue(now)))
        {
            await messages.SendAsync(new PollShard(shard.Name), cancellationToken);
            count++;
        }

        return count;
    }
}
