namespace NewsAlerts.Channels.Email;

/// <summary>Connections to a mail server that wait for another email, for a short while.</summary>
internal sealed class IdleConnections(TimeProvider time) : IAsyncDisposable
{
    /// <summary>How long one waits: servers close it themselves after a minute to five (RFC 5321 §4.5.3.2.7), and count it until then.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly List<SmtpConnection> _waiting = [];
    private ITimer? _timer;
    private bool _isClosed;

    /// <summary>The one that was used last; null where none waits.</summary>
    public SmtpConnection? Take()
    {
        lock (_lock)
        {
            if (_waiting is not [.., var last])
            {
                return null;
            }

            _waiting.Remove(last);
            last.HasWaited = true;
            return last;
        }
    }

    /// <summary>Lets one wait that is done with an email, if it is still open.</summary>
    public void Keep(SmtpConnection connection)
    {
        lock (_lock)
        {
            if (connection.IsUsable && !_isClosed)
            {
                connection.LastUsed = time.GetUtcNow();
                _waiting.Add(connection);
                _timer ??= time.CreateTimer(_ => CloseOld(), state: null, Patience, Patience);
                return;
            }
        }

        connection.Dispose();
    }

    /// <summary>Closes all that wait, and every one that comes from now on.</summary>
    public async ValueTask DisposeAsync()
    {
        List<SmtpConnection> left;
        lock (_lock)
        {
            _isClosed = true;
            left = [.. _waiting];
            _waiting.Clear();
            _timer?.Dispose();
        }

        await Task.WhenAll(left.Select(CloseAsync));
    }

    private void CloseOld()
    {
        lock (_lock)
        {
            var latest = time.GetUtcNow() - Patience;
            foreach (var connection in _waiting.Where(connection => connection.LastUsed <= latest).ToList())
            {
                _waiting.Remove(connection);
                _ = CloseAsync(connection);
            }

            if (_waiting.Count == 0)
            {
                _timer?.Dispose();
                _timer = null;
            }
        }
    }

    // What goes wrong with a QUIT concerns nobody: MailKit closes the connection in any case.
    private async Task CloseAsync(SmtpConnection connection)
    {
        using var timer = new CancellationTokenSource(Farewell, time);
        await connection.DisconnectAsync(quit: true, timer.Token);
        connection.Dispose();
    }
}
