using System.Collections.Concurrent;
using NewsAlerts.Storage;

namespace NewsAlerts.Local.Running;

/// <summary>A queue that wakes whoever waits for messages in the same process, so that nobody waits for the next look.</summary>
internal sealed class WakingQueue(IMessageQueue inner) : IMessageQueue
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _signals = new();

    /// <summary>Waits until a message is sent to the queue, or the time is over.</summary>
    public Task WaitAsync(string queue, TimeSpan time, CancellationToken cancellationToken) =>
        SignalOf(queue).WaitAsync(time, cancellationToken);

    public async Task SendAsync(string queue, ReadOnlyMemory<byte> body, TimeSpan delay, CancellationToken cancellationToken)
    {
        await inner.SendAsync(queue, body, delay, cancellationToken);
        var signal = SignalOf(queue);
        if (signal.CurrentCount == 0)
        {
            signal.Release();
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

    private SemaphoreSlim SignalOf(string queue) => _signals.GetOrAdd(queue, static _ => new SemaphoreSlim(0));
}
