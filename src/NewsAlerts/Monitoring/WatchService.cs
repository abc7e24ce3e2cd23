using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Steps;

namespace NewsAlerts.Monitoring;

/// <summary>
/// Run by a timer: finds out what is wrong with the service itself, and has the destinations of <c>notifyOps</c> told. It
/// may be run twice at once. What finds rules that have fallen silent is <see cref="Housekeep"/>, which reads the archive.
/// </summary>
internal sealed class WatchService(IEnumerable<IIncidentSource> sources, IncidentLog log, WeeklySummary summary)
{
    /// <summary>How often it is to be run.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    /// <summary>Looks once.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Tracing.RunStepAsync(nameof(WatchService), trace: null, () => LookAsync(cancellationToken));

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        await log.UpdateAsync(open => FindAsync(open, failures, cancellationToken), cancellationToken);
        await summary.RunAsync(cancellationToken);
        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }

    private async Task<(IReadOnlyCollection<IncidentKind> Kinds, IReadOnlyList<Incident> Found)> FindAsync(
        IReadOnlyList<Incident> open, List<Exception> failures, CancellationToken cancellationToken)
    {
        failures.Clear();
        var kinds = new List<IncidentKind>();
        var found = new List<Incident>();
        foreach (var source in sources)
        {
            var ids = source.Kinds.Select(kind => kind.Id).ToHashSet();
            try
            {
                found.AddRange(await source.FindAsync([.. open.Where(incident => ids.Contains(incident.Kind))], cancellationToken));
                kinds.AddRange(source.Kinds);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // What the others have found is told first: a document that nobody can read is when it is needed most.
                failures.Add(e);
            }
        }

        return (kinds, found);
    }
}
