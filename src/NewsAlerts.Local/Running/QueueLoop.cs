using Microsoft.Extensions.Logging;
using NewsAlerts.Feeds;
using NewsAlerts.Storage;

namespace NewsAlerts.Local.Running;

/// <summary>Works on the messages of one queue, as the Functions host does with the same settings.</summary>
/// <param name="name">The queue's name.</param>
/// <param name="handle">What is done with a message: an exception means that it failed.</param>
/// <param name="queue">The queues.</param>
/// <param name="poison">Where a message goes that failed too often.</param>
/// <param name="settings">The settings of host.json.</param>
/// <param name="timeInPlace">
/// How long a message takes a place from the others, at most: work that takes longer waits for somebody. There is no other
/// instance that could go on meanwhile, as the Functions host would start one.
/// </param>
/// <param name="time">Times renewals and waits.</param>
/// <param name="logger">Where failures are written.</param>
internal sealed partial class QueueLoop(
    string name,
    Func<QueueMessage, CancellationToken, Task> handle,
    WakingQueue queue,
    PoisonMessages poison,
    QueueSettings settings,
    TimeSpan timeInPlace,
    TimeProvider time,
    ILogger logger)
{
    private const int MostUnderWay = 256;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(50);

    private int _underWay;

    /// <summary>Whether a message is being worked on.</summary>
    public bool IsWorking => Volatile.Read(ref _underWay) > 0;

    /// <summary>Works until it is told to stop, then finishes what is under way.</summary>
    /// <param name="stopping">No further message is received.</param>
    /// <param name="aborting">What is under way is interrupted and goes back to the queue.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken aborting)
    {
        var tasks = new HashSet<Task>();
        var places = new HashSet<Task>();
        var wait = ShortestWait;
        while (!stopping.IsCancellationRequested)
        {
            var received = await ReceiveAsync();
            wait = received.Count > 0 ? ShortestWait : Shorter(wait * 2, settings.MaxPollingInterval);
            foreach (var message in received)
            {
                var work = WorkAsync(message, aborting);
                tasks.Add(work);
                places.Add(Task.WhenAny(work, Task.Delay(timeInPlace, time, CancellationToken.None)));
            }

            places.RemoveWhere(place => place.IsCompleted);
            if (places.Count <= settings.NewBatchThreshold && received.Count < settings.BatchSize)
            {
                await queue.WaitAsync(name, wait, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            while (places.Count > settings.NewBatchThreshold)
            {
                await Task.WhenAny(places);
                places.RemoveWhere(place => place.IsCompleted);
            }

            tasks.RemoveWhere(task => task.IsCompleted);
            while (tasks.Count >= MostUnderWay)
            {
                await Task.WhenAny(tasks);
                tasks.RemoveWhere(task => task.IsCompleted);
            }
        }

        await Task.WhenAll(tasks);
    }

    // A queue that cannot be read now may be readable later: the loop must not end with it.
    private async Task<IReadOnlyList<QueueMessage>> ReceiveAsync()
    {
        try
        {
            return await queue.ReceiveAsync(name, settings.BatchSize, HeldMessage.HoldTime, CancellationToken.None);
        }
        catch (Exception e)
        {
            Log.ReceiveFailed(logger, Unforeseen(e), name, Reason(e));
            return [];
        }
    }

    private async Task WorkAsync(QueueMessage message, CancellationToken aborting)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            await Task.Yield();
            await using var held = new HeldMessage(message, queue, time, aborting);
            await WorkAsync(message, held, aborting);
        }
        catch (Exception e)
        {
            // Not even the way out worked, as on a full disk. The hold runs out, and the message is tried again.
            Log.Stuck(logger, Unforeseen(e), name, message.Id, Reason(e));
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task WorkAsync(QueueMessage message, HeldMessage held, CancellationToken aborting)
    {
        try
        {
            await handle(message, held.Token);
            await held.DeleteAsync();
        }
        catch (OperationCanceledException) when (held.IsLost)
        {
            Log.Lost(logger, name, message.Id);
        }
        catch (OperationCanceledException) when (aborting.IsCancellationRequested)
        {
            await held.ReleaseAsync(TimeSpan.Zero, countsAsTry: false);
        }
        catch (StorageUnavailableException e) when (e.IsOutage)
        {
            // However long it lasts, the message is not at fault.
            Log.Failed(logger, null, name, message.Id, message.Tries, Reason(e));
            await held.ReleaseAsync(settings.VisibilityTimeout, countsAsTry: false);
        }
        catch (Exception e) when (e is UnreadableMessageException || message.Tries >= settings.MaxDequeueCount)
        {
            Log.FailedLast(logger, Unforeseen(e), name, message.Id, message.Tries, Reason(e));
            await poison.KeepAsync(name, message.Id, message.Body, e.Message, CancellationToken.None);
            await held.DeleteAsync();
        }
        catch (Exception e)
        {
            Log.Failed(logger, Unforeseen(e), name, message.Id, message.Tries, Reason(e));
            await held.ReleaseAsync(settings.VisibilityTimeout, countsAsTry: true);
        }
    }

    /// <summary>The exception where its stack is of use: a full disk needs none; what is ours does.</summary>
    internal static Exception? Unforeseen(Exception e) =>
        e is IOException or UnauthorizedAccessException or UnreadableMessageException or InvalidDataException ? null : e;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    // What others send may be in it.
    internal static string Reason(Exception e) => FeedLimits.Cut(e.Message, FeedLimits.Reason);

    private static partial class Log
    {
        [LoggerMessage(500, LogLevel.Warning, "{Queue}: message {Id} failed at try {Try} and is tried again: {Reason}")]
        public static partial void Failed(ILogger logger, Exception? exception, string queue, string id, int @try, string reason);

        [LoggerMessage(501, LogLevel.Warning, "{Queue}: message {Id} failed at try {Try}, its last: {Reason}")]
        public static partial void FailedLast(ILogger logger, Exception? exception, string queue, string id, int @try, string reason);

        [LoggerMessage(502, LogLevel.Error, "{Queue}: message {Id} could be neither finished nor given back; it is tried again when its hold runs out: {Reason}")]
        public static partial void Stuck(ILogger logger, Exception? exception, string queue, string id, string reason);

        [LoggerMessage(504, LogLevel.Warning, "{Queue}: the hold on message {Id} was lost; whoever has it now goes on")]
        public static partial void Lost(ILogger logger, string queue, string id);

        [LoggerMessage(503, LogLevel.Error, "{Queue} cannot be read now: {Reason}")]
        public static partial void ReceiveFailed(ILogger logger, Exception? exception, string queue, string reason);
    }
}
