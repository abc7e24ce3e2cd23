using NewsAlerts.Configuration;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Polling;

/// <summary>
/// The first step, run by a timer: finds the shards with a feed that is due, or will be before the timer comes round again, and
/// asks for a poll of each, by a message that becomes visible when it is due. Run twice, it may ask twice, and the second poll
/// finds nothing due.
/// </summary>
internal sealed class SchedulePolls(
    CurrentConfiguration configuration,
    AssignFeeds assign,
    FeedShards shards,
    StepMessages messages,
    PollsAhead ahead,
    RunnerLog runner,
    TimeProvider time)
{
    // A message that has not been worked on by then may be lost, or have gone back to its queue for long.
    private static readonly TimeSpan TimeToPoll = TimeSpan.FromMinutes(1);

    // What this process has asked for ahead, and is not polled yet: it need not ask again when it is due.
    private volatile IReadOnlyDictionary<string, DateTimeOffset> _asked = new Dictionary<string, DateTimeOffset>();

    /// <summary>Asks for a poll of every shard that is due, now or soon. Returns how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await assign.RunAsync(configuration.Snapshot.Configuration.Feeds, cancellationToken);

        var now = time.GetUtcNow();
        var (before, asked) = (_asked, new Dictionary<string, DateTimeOffset>());
        var count = 0;
        await foreach (var shard in shards.ListAsync(cancellationToken))
        {
            var delay = shard.IsDue(now) ? TimeSpan.Zero : ahead.DelayUntil(shard.Due, now);
            if (delay is null || shard.Due is not { } due)
            {
                continue;
            }

            var isAsked = shard.Asked == due || (before.TryGetValue(shard.Name, out var known) && known == due);
            if (isAsked && !shard.WasLeft(now) && now < due + TimeToPoll)
            {
                asked[shard.Name] = due;
                continue;
            }

            var message = new PollShard(shard.Name) { Due = delay > TimeSpan.Zero ? due : null };
            await messages.SendAsync(message, delay.Value, cancellationToken);
            asked[shard.Name] = due;
            count++;
        }

        _asked = asked;
        await runner.NoteAsync(cancellationToken);
        return count;
    }
}
