using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Monitoring;

namespace NewsAlerts.Functions;

/// <summary>Puts the archive and the ledger in order, every hour.</summary>
internal sealed class HousekeepFunction(Housekeep step)
{
    [Function(nameof(Housekeep))]
    public Task RunAsync([TimerTrigger("0 7 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        step.RunAsync(cancellationToken);
}
