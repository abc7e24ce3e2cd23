using NewsAlerts.Storage;

namespace NewsAlerts.Local.Running;

/// <summary>
/// A received message whose hold is renewed until it is given back or deleted. When the hold is lost, somebody else may
/// have the message, and the work on it must end.
/// </summary>
internal sealed class HeldMessage : IAsyncDisposable
{
    /// <summary>
    /// How long a hold lasts, unless it is renewed: so long waits what a killed process held, if others share its queues.
    /// </summary>
    public static readonly TimeSpan HoldTime = TimeSpan.FromSeconds(30);

    private readonly IMessageQueue _queue;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenSource _work;
    private readonly Task _renewal;
    private QueueMessage _message;

    public HeldMessage(QueueMessage message, IMessageQueue queue, TimeProvider time, CancellationToken aborting)
    {
        _work = CancellationTokenSource.CreateLinkedTokenSource(aborting);
        _message = message;
        _queue = queue;
        _time = time;
        _renewal = RenewAsync(_ended.Token);
    }

    /// <summary>Ends the work on the message: the hold was lost, or the process is to end.</summary>
    public CancellationToken Token => _work.Token;

    /// <summary>Whether the hold was lost.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Deletes the message.</summary>
    public async Task DeleteAsync()
    {
        await EndRenewalAsync();
        await _queue.DeleteAsync(_message, CancellationToken.None);
    }

    /// <summary>Gives the message back.</summary>
    public async Task ReleaseAsync(TimeSpan delay, bool countsAsTry)
    {
        await EndRenewalAsync();
        await _queue.ReleaseAsync(_message, delay, countsAsTry, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await EndRenewalAsync();
        _ended.Dispose();
        _work.Dispose();
    }

    private async Task EndRenewalAsync()
    {
        await _ended.CancelAsync();
        await _renewal;
    }

    private async Task RenewAsync(CancellationToken ended)
    {
        var held = _time.GetUtcNow() + HoldTime;
        while (true)
        {
            await Task.Delay(HoldTime / 4, _time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
            {
                return;
            }

            var renewed = await TryExtendAsync();
            if (renewed is not null)
            {
                (_message, held) = (renewed, _time.GetUtcNow() + HoldTime);
            }
            else if (IsLost || _time.GetUtcNow() >= held)
            {
                IsLost = true;
                await _work.CancelAsync();
                return;
            }
        }
    }

    // A storage that fails for a moment leaves time for another try before the hold ends.
    private async Task<QueueMessage?> TryExtendAsync()
    {
        try
        {
            var renewed = await _queue.ExtendAsync(_message, HoldTime, CancellationToken.None);
            IsLost = renewed is null;
            return renewed;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null;
        }
    }
}
