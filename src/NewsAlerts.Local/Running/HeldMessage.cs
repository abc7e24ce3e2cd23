using NewsAlerts.Storage;

namespace NewsAlerts.Local.Running;

/// <summary>A received message whose hold is renewed until it is given back or deleted.</summary>
internal sealed class HeldMessage : IAsyncDisposable
{
    /// <summary>
    /// How long a hold lasts, unless it is renewed: so long waits what a killed process held, if others share its queues.
    /// </summary>
    public static readonly TimeSpan HoldTime = TimeSpan.FromSeconds(30);

    private readonly IMessageQueue _queue;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewal;
    private QueueMessage _message;

    public HeldMessage(QueueMessage message, IMessageQueue queue, TimeProvider time)
    {
        _message = message;
        _queue = queue;
        _time = time;
        _renewal = RenewAsync(_ended.Token);
    }

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
    }

    private async Task EndRenewalAsync()
    {
        await _ended.CancelAsync();
        await _renewal;
    }

    private async Task RenewAsync(CancellationToken ended)
    {
        while (true)
        {
            await Task.Delay(HoldTime / 3, _time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
            {
                return;
            }

            try
            {
                if (await _queue.ExtendAsync(_message, HoldTime, CancellationToken.None) is not { } renewed)
                {
                    return;
                }

                _message = renewed;
            }
            catch (IOException)
            {
                // The queue may be there again before the hold runs out: the work must not fail for this.
            }
        }
    }
}
