using System.Globalization;
using NewsAlerts.Configuration;
using NewsAlerts.Yaml;

namespace NewsAlerts.Monitoring.Incidents;

/// <summary>A newer alerts.yaml that is refused, while an older one goes on.</summary>
internal sealed class ConfigurationIncidents(CurrentConfiguration configuration, TimeProvider time) : IIncidentSource
{
    private const int MostShown = 3;

    // What held here when nothing was known to be wrong.
    private ConfigurationSnapshot? _well;

    /// <inheritdoc />
    public IReadOnlyList<IncidentKind> Kinds { get; } = [IncidentKind.ConfigurationRefused];

    /// <inheritdoc />
    public Task<IReadOnlyList<Incident>> FindAsync(IReadOnlyList<Incident> open, CancellationToken cancellationToken)
    {
        var (mistakes, snapshot) = (configuration.Mistakes, configuration.Snapshot);
        if (mistakes.Count > 0)
        {
            _well = null;
            return Task.FromResult(open.Count > 0 ? open : [Describe(mistakes)]);
        }

        if (open.Count > 0 && _well == snapshot)
        {
            // It is of another process, which reads a file of its own: that one says when it is over.
            return Task.FromResult(open);
        }

        _well = snapshot;
        return Task.FromResult<IReadOnlyList<Incident>>([]);
    }

    private Incident Describe(IReadOnlyList<ConfigurationMistake> mistakes)
    {
        var more = mistakes.Count - MostShown;
        var rest = more > 0 ? string.Create(CultureInfo.InvariantCulture, $" And {more} more.") : "";
        return new Incident
        {
            Kind = IncidentKind.ConfigurationRefused.Id,
            Key = "",
            Name = "alerts.yaml",
            Text = $"{string.Join(". ", mistakes.Take(MostShown))}.{rest} What held before goes on.",
            Since = time.GetUtcNow(),
        };
    }
}
