using Microsoft.Extensions.Logging;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Watched;

namespace NewsAlerts.Matching;

/// <summary>Keeps up to date who has subscribed to what: one listing, and then only the partitions that have changed.</summary>
internal sealed partial class RefreshSubscriptions(Subscribers subscribers, TimeProvider time, ILogger<RefreshSubscriptions> logger) : IDisposable
{
    // Who matches asks before each batch of items, so that it has seen every change that is a minute old.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(45);

    private readonly SemaphoreSlim _looking = new(1);
    private readonly SubscriptionIndex _index = new();
    private SubscriptionSnapshot? _snapshot;
    private DateTimeOffset _looked;

    /// <summary>Who has subscribed to what. Looks for changes, unless the last look was just now.</summary>
    public async Task<SubscriptionSnapshot> RunAsync(CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (_snapshot is null || now - _looked >= LookEvery)
            {
                _snapshot = await LookAsync(cancellationToken);
                _looked = now;
            }

            return _snapshot;
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _looking.Dispose();

    private async Task<SubscriptionSnapshot> LookAsync(CancellationToken cancellationToken)
    {
        var listed = await subscribers.ListAsync(cancellationToken)
            .ToDictionaryAsync(partition => partition.Name, partition => partition.ETag, cancellationToken: cancellationToken);
        var changed = listed.Where(partition => !_index.Knows(partition.Key, partition.Value)).Select(partition => partition.Key);
        var gone = _index.Partitions.Where(partition => !listed.ContainsKey(partition));
        List<string> toRead = [.. changed, .. gone];
        await foreach (var partition in subscribers.ReadAsync(toRead, cancellationToken))
        {
            if (partition.Problem is { } problem)
            {
                // Whoever is in the others is told; it is read again once somebody has mended it.
                Log.Unreadable(logger, problem);
                _index.Skip(partition.Name, listed.GetValueOrDefault(partition.Name, ""));
                continue;
            }

            foreach (var wrong in _index.Replace(partition))
            {
                Log.LeftOut(logger, partition.Name, wrong);
            }
        }

        var snapshot = _index.Commit();
        if (toRead.Count > 0)
        {
            Log.Changed(logger, toRead.Count, snapshot.Queries);
        }

        return snapshot;
    }

    private static partial class Log
    {
        [LoggerMessage(430, LogLevel.Information, "{Partitions} partitions of subscribers have changed; people watch {Queries} different queries")]
        public static partial void Changed(ILogger logger, int partitions, int queries);

        [LoggerMessage(431, LogLevel.Error, "Who subscribes by it is not told: {Problem}")]
        public static partial void Unreadable(ILogger logger, string problem);

        [LoggerMessage(432, LogLevel.Warning, "A subscription in partition {Partition} is left out: {Problem}")]
        public static partial void LeftOut(ILogger logger, string partition, string problem);
    }
}
