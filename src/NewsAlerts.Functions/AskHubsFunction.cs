using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Polling.Hubs;

namespace NewsAlerts.Functions;

/// <summary>Asks the hubs that are due, by the timer of <c>POLL_SCHEDULE</c>.</summary>
internal sealed class AskHubsFunction(AskHubs step)
{
    [Function(nameof(AskHubs))]
    public Task RunAsync([TimerTrigger(DefaultSchedule.Reference)] TimerInfo timer, CancellationToken cancellationToken) =>
        step.RunAsync(cancellationToken);
}
