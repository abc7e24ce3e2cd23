using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Delivery;

namespace NewsAlerts.Functions;

/// <summary>Wakes the destinations that something is due for, by the timer of <c>POLL_SCHEDULE</c>.</summary>
internal sealed class SendDigestsFunction(SendDigests step)
{
    [Function(nameof(SendDigests))]
    public Task RunAsync([TimerTrigger(DefaultSchedule.Reference)] TimerInfo timer, CancellationToken cancellationToken) =>
        step.RunAsync(cancellationToken);
}
