using NewsAlerts.Storage;

namespace NewsAlerts.Monitoring.Incidents;

/// <summary>
/// Documents that could not be read, each an incident from when this process has set it aside until somebody has deleted what
/// is kept of it. Where there is none, nothing is read for it.
/// </summary>
internal sealed class DamageIncidents(IDocumentStore documents) : IIncidentSource
{
    /// <inheritdoc />
    public IReadOnlyList<IncidentKind> Kinds { get; } = [IncidentKind.DocumentDamaged];

    /// <inheritdoc />
    public async Task<IReadOnlyList<Incident>> FindAsync(IReadOnlyList<Incident> open, CancellationToken cancellationToken)
    {
        var found = (documents as SetAsideDamaged)?.Found ?? [];
        var begun = found.Select(document => new Incident
        {
            Kind = IncidentKind.DocumentDamaged.Id,
            Key = document.Name,
            Name = document.Name,
            Text = $"It could not be read and was set aside as {SetAsideDamaged.NameOf(document.Name)}: {document.Reason.TrimEnd('.')}. "
                + "What it held is begun anew.",
            Since = document.At,
        });
        var incidents = new List<Incident>();
        foreach (var incident in open.Concat(begun).DistinctBy(incident => incident.Id))
        {
            if (await documents.ReadAsync(SetAsideDamaged.NameOf(incident.Key), cancellationToken) is not null)
            {
                incidents.Add(incident);
            }
        }

        return incidents;
    }
}
