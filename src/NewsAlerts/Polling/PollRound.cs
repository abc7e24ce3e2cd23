using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Polling.Pace;

namespace NewsAlerts.Polling;

/// <summary>
/// Polls many feeds at once, in one line for each host, so that a slow host delays its own feeds alone. After some time
/// no further poll is begun: what is left stays due and comes first in the next round.
/// </summary>
internal sealed partial class PollRound(FeedPoller poller, HostGate gate, TimeProvider time, ILogger<PollRound> logger)
{
    private static readonly TimeSpan TimeToBegin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Polls feeds, and returns each as it is done.</summary>
    /// <param name="due">The feeds and their states, those that wait longest first.</param>
    /// <param name="refusals">Who refused us; who refuses now is added.</param>
    /// <param name="atPause">What to do when nothing was done for a second: what has been found need not wait for the slow.</param>
    /// <param name="cancellationToken">Ends all polls.</param>
    public async IAsyncEnumerable<PolledFeed> PollAsync(
        IReadOnlyList<(Feed Feed, FeedState State)> due,
        Refusals refusals,
        Func<CancellationToken, Task> atPause,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var done = Channel.CreateBounded<PolledFeed>(8);
        using var begin = new CancellationTokenSource(TimeToBegin, time);
        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(begin.Token, working.Token);
        var lines = due
            .GroupBy(feed => WebAddress.HostOf(feed.Feed.Url), StringComparer.OrdinalIgnoreCase)
            .Select(host => (host.Key, Feeds: new ConcurrentQueue<(Feed, FeedState)>(host)))
            .SelectMany(host => Enumerable.Range(0, Math.Min(HostGate.RequestsAHost, host.Feeds.Count))
                .Select(_ => PollLineAsync(host.Key, host.Feeds, refusals, done.Writer, ended.Token, working.Token)))
            .ToList();
        var all = CompleteAsync(lines, done.Writer);

        try
        {
            while (await WaitAsync(done.Reader, atPause, cancellationToken))
            {
                while (done.Reader.TryRead(out var polled))
                {
                    yield return polled;
                }
            }

            await all;
        }
        finally
        {
            // Whoever asked may have failed over what we returned: nothing is fetched for nobody.
            await working.CancelAsync();
            await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PollLineAsync(
        string host,
        ConcurrentQueue<(Feed Feed, FeedState State)> feeds,
        Refusals refusals,
        ChannelWriter<PolledFeed> done,
        CancellationToken begin,
        CancellationToken cancellationToken)
    {
        while (!begin.IsCancellationRequested && feeds.TryDequeue(out var next))
        {
            PolledFeed polled;
            try
            {
                polled = await PollAsync(host, next.Feed, next.State, refusals, begin, cancellationToken);
            }
            catch (OperationCanceledException) when (begin.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                return;
            }

            await done.WriteAsync(polled, cancellationToken);
        }
    }

    // A feed that waits for its turn in the domain takes no place at the gate from other hosts.
    private async Task<PolledFeed> PollAsync(
        string host, Feed feed, FeedState state, Refusals refusals, CancellationToken begin, CancellationToken cancellationToken)
    {
        using var turn = await refusals.EnterAsync(FeedPoller.AddressOf(feed, state), time.GetUtcNow(), begin);
        if (turn.Until is { } until)
        {
            return FeedPoller.Postpone(feed, state, until);
        }

        using var place = await gate.EnterAsync(host, begin);
        return await PollAsync(feed, state, turn, cancellationToken);
    }

    // What the poller does not foresee must not take the other feeds of the shard with it.
    private async Task<PolledFeed> PollAsync(Feed feed, FeedState state, Refusals.Turn turn, CancellationToken cancellationToken)
    {
        try
        {
            return await poller.PollAsync(feed, state, turn, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.PollFailed(logger, e, AddressSecrets.Redact(feed.Url));
            return poller.Fail(feed, state, $"it could not be read ({e.GetType().Name}: {e.Message})");
        }
    }

    private static async Task CompleteAsync(IEnumerable<Task> lines, ChannelWriter<PolledFeed> done)
    {
        try
        {
            await Task.WhenAll(lines);
            done.Complete();
        }
        catch (Exception e)
        {
            done.Complete(e);
            throw;
        }
    }

    private async Task<bool> WaitAsync(
        ChannelReader<PolledFeed> done, Func<CancellationToken, Task> atPause, CancellationToken cancellationToken)
    {
        var next = done.WaitToReadAsync(cancellationToken).AsTask();
        using var paused = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (await Task.WhenAny(next, Task.Delay(Pause, time, paused.Token)) != next)
        {
            await atPause(cancellationToken);
        }

        await paused.CancelAsync();
        return await next;
    }

    private static partial class Log
    {
        [LoggerMessage(110, LogLevel.Error, "Polling {Url} failed in a way that is not foreseen")]
        public static partial void PollFailed(ILogger logger, Exception exception, string url);
    }
}
