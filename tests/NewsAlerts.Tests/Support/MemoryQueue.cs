using System.Globalization;
using NewsAlerts.Storage;

namespace NewsAlerts.Tests.Support;

/// <summary>Queues in memory.</summary>
/// <param name="time">Tells when a message is visible.</param>
/// <param name="beforeSend">What happens before each send; an exception stands for a crash at that point.</param>
internal sealed class MemoryQueue(TimeProvider time, Action<string>? beforeSend = null) : IMessageQueue
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _messages = [];
    private int _number;

    public Task SendAsync(string queue, ReadOnlyMemory<byte> body, TimeSpan delay, CancellationToken cancellationToken)
    {
        beforeSend?.Invoke(queue);
        IMessageQueue.CheckMessage(body, delay);
        lock (_lock)
        {
            var id = (++_number).ToString(CultureInfo.InvariantCulture);
            _messages.Add(new Entry(queue, id, body.ToArray()) { When = time.GetUtcNow() + delay });
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue, int count, TimeSpan hold, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var received = _messages.Where(entry => entry.Queue == queue && entry.When <= time.GetUtcNow()).Take(count).ToList();
            foreach (var entry in received)
            {
                (entry.When, entry.IsHeld, entry.Tries) = (time.GetUtcNow() + hold, true, entry.Tries + 1);
            }

            return Task.FromResult<IReadOnlyList<QueueMessage>>(
                [.. received.Select(entry => new QueueMessage(queue, entry.Id, entry.Body, entry.Tries, entry.Id))]);
        }
    }

    public Task<QueueMessage?> ExtendAsync(QueueMessage message, TimeSpan hold, CancellationToken cancellationToken) =>
        Task.FromResult(Change(message, entry => entry.When = time.GetUtcNow() + hold) ? message : null);

    public Task<bool> ReleaseAsync(
        QueueMessage message, TimeSpan delay, bool countsAsTry, CancellationToken cancellationToken) =>
        Task.FromResult(Change(message, entry => (entry.When, entry.IsHeld) = (time.GetUtcNow() + delay, false)));

    public Task<bool> DeleteAsync(QueueMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(Change(message, entry => _messages.Remove(entry)));

    public Task<QueueCounts> CountAsync(string queue, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var entries = _messages.Where(entry => entry.Queue == queue).ToList();
            var visible = entries.Count(entry => entry.When <= time.GetUtcNow());
            var held = entries.Count(entry => entry.IsHeld && entry.When > time.GetUtcNow());
            return Task.FromResult(new QueueCounts(visible, held, entries.Count - visible - held));
        }
    }

    /// <summary>Loses every message.</summary>
    public void DeleteAll()
    {
        lock (_lock)
        {
            _messages.Clear();
        }
    }

    /// <summary>Makes every held message visible: whoever held it is gone.</summary>
    public void ReleaseHeld()
    {
        lock (_lock)
        {
            foreach (var entry in _messages.Where(entry => entry.IsHeld))
            {
                (entry.When, entry.IsHeld) = (time.GetUtcNow(), false);
            }
        }
    }

    private bool Change(QueueMessage message, Action<Entry> change)
    {
        lock (_lock)
        {
            var entry = _messages.Find(entry => entry.Id == message.Receipt);
            if (entry is null)
            {
                return false;
            }

            change(entry);
            return true;
        }
    }

    private sealed record Entry(string Queue, string Id, byte[] Body)
    {
        public DateTimeOffset When { get; set; }

        public bool IsHeld { get; set; }

        public int Tries { get; set; }
    }
}
