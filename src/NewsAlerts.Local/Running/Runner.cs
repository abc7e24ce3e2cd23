using Microsoft.Extensions.Logging;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.Matching;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Hubs;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Local.Running;

/// <summary>Runs the four steps in this process: a timer for what begins by itself, a queue loop for each of the others.</summary>
internal sealed partial class Runner
{
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromSeconds(1);

    // A receiver that hangs holds up nobody else's alerts for longer.
    private static readonly TimeSpan AReceiversPlace = TimeSpan.FromSeconds(1);

    private readonly SchedulePolls _schedule;
    private readonly SendDigests _digests;
    private readonly Housekeep _housekeep;
    private readonly AskHubs _hubs;
    private readonly WatchService _watch;
    private readonly CurrentConfiguration _configuration;
    private readonly PollsAhead _ahead;
    private readonly WakingQueue _queue;
    private readonly IReadOnlyList<QueueLoop> _loops;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public Runner(
        SchedulePolls schedule,
        SendDigests digests,
        Housekeep housekeep,
        AskHubs hubs,
        WatchService watch,
        PollFeeds poll,
        MatchItems match,
        SendAlerts send,
        CurrentConfiguration configuration,
        PollsAhead ahead,
        WakingQueue queue,
        PoisonMessages poison,
        QueueSettings settings,
        TimeProvider time,
        ILogger<Runner> logger)
    {
        (_schedule, _digests, _housekeep, _hubs, _watch, _configuration, _ahead, _queue, _time, _logger) =
            (schedule, digests, housekeep, hubs, watch, configuration, ahead, queue, time, logger);
        _loops =
        [
            Loop(Queues.Polls, (message, token) => poll.RunAsync(PollMessages.ReadPollShard(message.Body), message.Id, token)),
            Loop(Queues.NewItems, (message, token) => match.RunAsync(PollMessages.ReadMatchBatch(message.Body), token)),
            Loop(
                Queues.Alerts,
                (message, token) => send.RunAsync(DeliveryMessages.Read(message.Body), message.Id, token),
                AReceiversPlace),
        ];

        QueueLoop Loop(string name, Func<QueueMessage, CancellationToken, Task> handle, TimeSpan? timeInPlace = null) =>
            new(name, handle, queue, poison, settings, timeInPlace ?? Timeout.InfiniteTimeSpan, time, logger);
    }

    /// <summary>Polls what is due, works until no queue has anything visible or held and no group is open, and ends.</summary>
    public async Task RunOnceAsync(CancellationToken stopping)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await TickAsync(TimeSpan.Zero, stopping);
        var loops = RunLoopsAsync(done.Token);
        var hasWatched = false;
        while (!stopping.IsCancellationRequested && !loops.IsCompleted)
        {
            if (!await IsIdleAsync() || await _digests.CompleteGroupsAsync(stopping) > 0)
            {
                await Task.WhenAny(loops, Task.Delay(TimeSpan.FromMilliseconds(20), _time, CancellationToken.None));
            }
            else if (hasWatched)
            {
                break;
            }
            else
            {
                await TryAsync(_watch.RunAsync, Log.ScheduleFailed, stopping);
                hasWatched = true;
            }
        }

        await done.CancelAsync();
        await loops;
        if (!stopping.IsCancellationRequested)
        {
            await _housekeep.RunAsync(stopping);
        }
    }

    /// <summary>Polls and works until it is told to stop.</summary>
    public Task RunAsync(CancellationToken stopping) => Together.RunAsync(
        stopping,
        token => RunTimerAsync(ended => TickAsync(Period(), ended), Period, Log.ScheduleFailed, token),
        token => RunTimerAsync(_hubs.RunAsync, Period, Log.ScheduleFailed, token),
        token => RunTimerAsync(_watch.RunAsync, () => WatchService.Period, Log.ScheduleFailed, token, startAfter: WatchService.Period),
        token => RunTimerAsync(_housekeep.RunAsync, () => Housekeep.Period, Log.HousekeepFailed, token),
        RunLoopsAsync);

    private async Task RunTimerAsync(
        Func<CancellationToken, Task> work,
        Func<TimeSpan> period,
        Action<ILogger, Exception?, string> fail,
        CancellationToken stopping,
        TimeSpan startAfter = default)
    {
        // What is late since nobody was running it is no news: it is polled first.
        await Task.Delay(startAfter, _time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stopping.IsCancellationRequested)
        {
            await TryAsync(work, fail, stopping);
            await Task.Delay(period(), _time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, Action<ILogger, Exception?, string> fail, CancellationToken stopping)
    {
        try
        {
            await work(stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            fail(_logger, QueueLoop.Unforeseen(e), QueueLoop.Reason(e));
        }
        catch (OperationCanceledException)
        {
            // It was told to stop.
        }
    }

    private async Task TickAsync(TimeSpan untilNext, CancellationToken stopping)
    {
        _ahead.Period = untilNext;
        await _schedule.RunAsync(stopping);
        await _digests.RunAsync(stopping);
    }

    // One loop that ends before its time takes the others with it: a service that works on half of its queues is worse
    // than one that has ended and says why.
    private async Task RunLoopsAsync(CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var aborting = new CancellationTokenSource();
        var loops = _loops.Select(loop => loop.RunAsync(ending.Token, aborting.Token)).ToList();
        await Task.WhenAny([.. loops, Task.Delay(Timeout.InfiniteTimeSpan, _time, stopping)]);
        await ending.CancelAsync();
        aborting.CancelAfter(TimeToFinish);
        await Task.WhenAll(loops);
    }

    // Work moves from queue to queue in this order, so that none is missed between two counts. To count costs a call or
    // two a queue in an account: while there is work, nobody needs to.
    private async Task<bool> IsIdleAsync()
    {
        if (IsWorking)
        {
            return false;
        }

        foreach (var name in Queues.All)
        {
            var counts = await _queue.CountAsync(name, CancellationToken.None);
            if (counts.Visible + counts.Held > 0)
            {
                return false;
            }
        }

        return !IsWorking;
    }

    private bool IsWorking => _loops.Any(loop => loop.IsWorking);

    private TimeSpan Period()
    {
        var shortest = _configuration.Snapshot.Configuration.Feeds.Select(feed => feed.Every).OfType<TimeSpan>().Append(LongestPeriod).Min();
        return shortest > ShortestPeriod ? shortest : ShortestPeriod;
    }

    private static partial class Log
    {
        [LoggerMessage(510, LogLevel.Error, "What a timer begins has failed; it is tried again at its next turn: {Reason}")]
        public static partial void ScheduleFailed(ILogger logger, Exception? exception, string reason);

        [LoggerMessage(511, LogLevel.Error, "The archive could not be put in order; the next try is in an hour: {Reason}")]
        public static partial void HousekeepFailed(ILogger logger, Exception? exception, string reason);
    }
}
