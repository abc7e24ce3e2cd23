using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Pipeline;

namespace NewsAlerts.Functions;

/// <summary>Wakes the destinations that are overdue, by the timer of <c>POLL_SCHEDULE</c>.</summary>
internal sealed class WakeDestinationsFunction(WakeDestinations step)
{
    [Function(nameof(WakeDestinations))]
    public Task RunAsync([TimerTrigger("%POLL_SCHEDULE%")] TimerInfo timer, CancellationToken cancellationToken) =>
        step.RunAsync(cancellationToken);
}
