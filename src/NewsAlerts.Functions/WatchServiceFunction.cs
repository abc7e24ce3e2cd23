using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Pipeline;

namespace NewsAlerts.Functions;

/// <summary>Finds out what is wrong with the service itself, every five minutes.</summary>
internal sealed class WatchServiceFunction(WatchService step)
{
    [Function(nameof(WatchService))]
    public Task RunAsync([TimerTrigger("0 4-59/5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        step.RunAsync(cancellationToken);
}
