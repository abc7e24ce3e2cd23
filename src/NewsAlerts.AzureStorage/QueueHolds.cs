using System.Collections.Concurrent;

namespace NewsAlerts.AzureStorage;

/// <summary>The messages of a queue that this process holds: the service tells nobody.</summary>
internal sealed class QueueHolds(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ends = new();

    /// <summary>
    /// Whoever receives or counts has it: a message that is being received is neither visible any more nor held yet.
    /// </summary>
    public SemaphoreSlim Gate { get; } = new(1);

    /// <summary>How many are held now.</summary>
    public int Count => _ends.Values.Count(end => end > time.GetUtcNow());

    /// <summary>A message is held for so long from now.</summary>
    public void Add(string messageId, TimeSpan hold) => _ends[messageId] = time.GetUtcNow() + hold;

    /// <summary>A message was given back, or its hold was lost.</summary>
    public void Remove(string messageId) => _ends.TryRemove(messageId, out _);
}
