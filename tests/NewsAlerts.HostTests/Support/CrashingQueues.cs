using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.Support;

/// <summary>Queues that cannot be changed any more after a point.</summary>
internal sealed class CrashingQueues(IMessageQueue inner, CrashPoint point) : IMessageQueue
{
    public Task SendAsync(string queue, ReadOnlyMemory<byte> body, TimeSpan delay, CancellationToken cancellationToken)
    {
        point.Pass();
        return inner.SendAsync(queue, body, delay, cancellationToken);
    }

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue, int count, TimeSpan hold, CancellationToken cancellationToken)
    {
        point.Pass();
        return inner.ReceiveAsync(queue, count, hold, cancellationToken);
    }

    public Task<QueueMessage?> ExtendAsync(QueueMessage message, TimeSpan hold, CancellationToken cancellationToken)
    {
        point.Pass();
        return inner.ExtendAsync(message, hold, cancellationToken);
    }

    public Task<bool> ReleaseAsync(
        QueueMessage message, TimeSpan delay, bool countsAsTry, CancellationToken cancellationToken)
    {
        point.Pass();
        return inner.ReleaseAsync(message, delay, countsAsTry, cancellationToken);
    }

    public Task<bool> DeleteAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        point.Pass();
        return inner.DeleteAsync(message, cancellationToken);
    }

    public Task<QueueCounts> CountAsync(string queue, CancellationToken cancellationToken) =>
        inner.CountAsync(queue, cancellationToken);
}
