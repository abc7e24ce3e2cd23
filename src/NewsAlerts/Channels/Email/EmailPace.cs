namespace NewsAlerts.Channels.Email;

/// <summary>Keeps the emails of this process apart, whomever they are for: mail servers count what one sender hands over.</summary>
internal sealed class EmailPace(TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _next;

    /// <summary>Waits for the next turn.</summary>
    /// <param name="pace">The least time between two.</param>
    /// <param name="cancellationToken">Ends the wait; the turn is lost.</param>
    public Task WaitAsync(TimeSpan pace, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var turn = _next > now ? _next : now;
            _next = turn + pace;
            wait = turn - now;
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }
}
