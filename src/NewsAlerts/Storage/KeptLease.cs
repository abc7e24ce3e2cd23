namespace NewsAlerts.Storage;

/// <summary>A lease that was just taken, and is renewed until this is disposed.</summary>
internal sealed class KeptLease : IAsyncDisposable
{
    private readonly Func<CancellationToken, Task<bool>> _renew;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenSource _work;
    private readonly Task _renewal;
    private long _untilTicks;

    /// <summary>Begins to renew it.</summary>
    /// <param name="renew">Renews it for <see cref="Lease.Time"/> from now; returns false where somebody else has it.</param>
    /// <param name="time">Times the renewals.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public KeptLease(Func<CancellationToken, Task<bool>> renew, TimeProvider time, CancellationToken cancellationToken)
    {
        (_renew, _time) = (renew, time);
        _work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _untilTicks = (time.GetUtcNow() + Lease.Time).UtcTicks;
        _renewal = RenewAsync();
    }

    /// <summary>Ends the work: the lease was lost, or the process is to end.</summary>
    public CancellationToken Token => _work.Token;

    /// <summary>Whether it was lost: somebody else may be at work.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether it holds for so long from now, even if it cannot be renewed once more.</summary>
    public bool HoldsFor(TimeSpan time) =>
        !IsLost && Volatile.Read(ref _untilTicks) > (_time.GetUtcNow() + time).UtcTicks;

    /// <summary>The work has renewed it by a write of its own, begun at that time, UTC.</summary>
    public void Renewed(DateTimeOffset at) => Volatile.Write(ref _untilTicks, (at + Lease.Time).UtcTicks);

    /// <summary>Ends the renewals. May be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_ended.IsCancellationRequested)
        {
            await _ended.CancelAsync();
            await _renewal;
            _ended.Dispose();
            _work.Dispose();
        }
    }

    private async Task RenewAsync()
    {
        var ended = _ended.Token;
        while (true)
        {
            await Task.Delay(Lease.Time / 4, _time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
            {
                return;
            }

            var at = _time.GetUtcNow();
            var renewed = await TryRenewAsync(ended);
            if (renewed is true)
            {
                Renewed(at);
            }
            else if (renewed is false || !HoldsFor(TimeSpan.Zero))
            {
                IsLost = true;
                await _work.CancelAsync();
                return;
            }
        }
    }

    // A storage that fails for a moment leaves time for another try before the lease ends: null.
    private async Task<bool?> TryRenewAsync(CancellationToken ended)
    {
        try
        {
            return await _renew(ended);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
