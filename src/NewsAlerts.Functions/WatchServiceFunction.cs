using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling.Shards;

namespace NewsAlerts.Functions;

/// <summary>
/// Finds out what is wrong with the service itself, every five minutes. What is late since the app did not run is no news: the
/// run that makes up for an hour of missed ones is left out, and feeds are polled first.
/// </summary>
internal sealed class WatchServiceFunction(WatchService step, TimeProvider time)
{
    [Function(nameof(WatchService))]
    public Task RunAsync([TimerTrigger("0 4-59/5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        WasAway(timer) ? Task.CompletedTask : step.RunAsync(cancellationToken);

    private bool WasAway(TimerInfo timer) =>
        timer is { IsPastDue: true, ScheduleStatus.Last: var last } && time.GetUtcNow() - last.ToUniversalTime() >= ListedShard.TooLate;
}
