using System.Collections.Concurrent;
using NewsAlerts.Storage;

namespace NewsAlerts.Local.Running;

/// <summary>A queue that wakes whoever waits for messages in the same process, so that nobody waits for the next look.</summary>
/// <param name="inner">The queue.</param>
/// <param name="time">Tells when a delayed message becomes visible.</param>
internal sealed class WakingQueue(IMessageQueue inner, TimeProvider time) : IMessageQueue
{
    private readonly ConcurrentDictionary<string, Sent> _sent = new();

    /// <summary>Waits until a message is sent to the queue, or becomes visible that was sent with a delay, or the time is over.</summary>
    public Task WaitAsync(string queue, TimeSpan longest, CancellationToken cancellationToken)
    {
        var sent = SentTo(queue);
        return sent.Signal.WaitAsync(sent.UntilNext(longest, time.GetUtcNow()), cancellationToken);
    }

    public async Task SendAsync(string queue, ReadOnlyMemory<byte> body, TimeSpan delay, CancellationToken cancellationToken)
    {
        await inner.SendAsync(queue, body, delay, cancellationToken);
        var sent = SentTo(queue);
        if (delay > TimeSpan.Zero)
        {
            sent.Add(time.GetUtcNow() + delay);
        }

        if (sent.Signal.CurrentCount == 0)
        {
            sent.Signal.Release();
        }
    }

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue, int count, TimeSpan hold, CancellationToken cancellationToken) =>
        inner.ReceiveAsync(queue, count, hold, cancellationToken);

    public Task<QueueMessage?> ExtendAsync(QueueMessage message, TimeSpan hold, CancellationToken cancellationToken) =>
        inner.ExtendAsync(message, hold, cancellationToken);

    public Task<bool> ReleaseAsync(
        QueueMessage message, TimeSpan delay, bool countsAsTry, CancellationToken cancellationToken) =>
        inner.ReleaseAsync(message, delay, countsAsTry, cancellationToken);

    public Task<bool> DeleteAsync(QueueMessage message, CancellationToken cancellationToken) =>
        inner.DeleteAsync(message, cancellationToken);

    public Task<QueueCounts> CountAsync(string queue, CancellationToken cancellationToken) =>
        inner.CountAsync(queue, cancellationToken);

    private Sent SentTo(string queue) => _sent.GetOrAdd(queue, static _ => new Sent());

    /// <summary>What this process has sent to a queue.</summary>
    private sealed class Sent
    {
        private readonly PriorityQueue<DateTimeOffset, DateTimeOffset> _visible = new();

        public SemaphoreSlim Signal { get; } = new(0);

        public void Add(DateTimeOffset visible)
        {
            lock (_visible)
            {
                _visible.Enqueue(visible, visible);
            }
        }

        // The time until the next message becomes visible, if that is sooner: none where one has since the last wait.
        public TimeSpan UntilNext(TimeSpan longest, DateTimeOffset now)
        {
            lock (_visible)
            {
                var hasBecomeVisible = false;
                while (_visible.TryPeek(out var visible, out _) && visible <= now)
                {
                    _visible.Dequeue();
                    hasBecomeVisible = true;
                }

                return hasBecomeVisible ? TimeSpan.Zero : _visible.TryPeek(out var next, out _) && next - now < longest ? next - now : longest;
            }
        }
    }
}
