namespace NewsAlerts.Storage;

/// <summary>
/// Named queues that deliver each message at least once and keep it until it is deleted. A received message is held
/// for a while; when that time is over it is visible again. Queue names are lower-case letters and hyphens. Every call
/// throws <see cref="StorageUnavailableException"/>, or another <see cref="IOException"/>, where the storage cannot be
/// used now.
/// </summary>
public interface IMessageQueue
{
    /// <summary>The most bytes that a message's body may have: 48 KiB, which base64 makes 64 KiB.</summary>
    const int MaxBodyBytes = 48 * 1024;

    /// <summary>The longest delay: seven days, which is as long as a Storage queue hides a message.</summary>
    static TimeSpan MaxDelay { get; } = TimeSpan.FromDays(7);

    /// <summary>Sends a message that becomes visible after the delay.</summary>
    /// <exception cref="ArgumentException">
    /// The body has more than <see cref="MaxBodyBytes"/> bytes, or the delay is longer than <see cref="MaxDelay"/>.
    /// </exception>
    Task SendAsync(string queue, ReadOnlyMemory<byte> body, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Receives up to so many visible messages, oldest first, and holds them for the time given.</summary>
    Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue, int count, TimeSpan hold, CancellationToken cancellationToken);

    /// <summary>
    /// Holds a received message for another while, counted from now. Returns the message with its new receipt; null
    /// where the hold was lost.
    /// </summary>
    Task<QueueMessage?> ExtendAsync(QueueMessage message, TimeSpan hold, CancellationToken cancellationToken);

    /// <summary>
    /// Gives a received message back, visible after the delay. Returns false where the hold was lost. Work that was
    /// only interrupted does not count as a try.
    /// </summary>
    Task<bool> ReleaseAsync(
        QueueMessage message, TimeSpan delay, bool countsAsTry, CancellationToken cancellationToken);

    /// <summary>Deletes a received message. Returns false where the hold was lost.</summary>
    Task<bool> DeleteAsync(QueueMessage message, CancellationToken cancellationToken);

    /// <summary>Counts the messages of a queue.</summary>
    Task<QueueCounts> CountAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Refuses a message that a queue cannot take.</summary>
    /// <exception cref="ArgumentException">The body is too large, or the delay too long.</exception>
    protected static void CheckMessage(ReadOnlyMemory<byte> body, TimeSpan delay)
    {
        if (body.Length > MaxBodyBytes)
        {
            throw new ArgumentException(
                $"a message has at most {MaxBodyBytes} bytes, this one has {body.Length}", nameof(body));
        }

        if (delay > MaxDelay)
        {
            throw new ArgumentException($"a message is delayed by at most {MaxDelay.TotalDays} days", nameof(delay));
        }
    }
}
