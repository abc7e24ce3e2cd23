using NewsAlerts.Configuration;
using NewsAlerts.Local.Running;

namespace NewsAlerts.Local.Commands.Run;

/// <summary>Prints a line an hour that says that the run goes on, and what it did.</summary>
internal sealed class HourlyLine(RunCounts counts, RunLines lines, CurrentConfiguration configuration, TimeProvider time)
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    /// <summary>Prints them until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var before = counts.Totals;
        while (true)
        {
            await Task.Delay(Period, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            var now = counts.Totals;
            lines.Print($"at work; in the last hour {now - before}; {lines.Failing(configuration.Snapshot.Configuration.Feeds)}");
            before = now;
        }
    }
}
