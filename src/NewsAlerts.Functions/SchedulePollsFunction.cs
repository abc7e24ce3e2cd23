using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Polling;

namespace NewsAlerts.Functions;

/// <summary>Runs the first step by the timer of <c>POLL_SCHEDULE</c>, an NCRONTAB expression in UTC; every minute by default.</summary>
internal sealed class SchedulePollsFunction(SchedulePolls step)
{
    [Function(nameof(SchedulePolls))]
    public Task RunAsync([TimerTrigger(DefaultSchedule.Reference)] TimerInfo timer, CancellationToken cancellationToken) =>
        step.RunAsync(cancellationToken);
}
