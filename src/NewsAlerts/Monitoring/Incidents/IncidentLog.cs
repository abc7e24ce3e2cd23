using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Monitoring.Incidents;

/// <summary>
/// What is wrong, in one document, and telling it: once when it begins, once when it ends. Whoever writes down that
/// something has begun or ended writes the notices of it too, and only then sends them: two instances never both decide,
/// and after a crash the same notices go out again under the same ids, which their destinations take once.
/// </summary>
internal sealed class IncidentLog(IDocumentStore documents, CurrentConfiguration configuration, StepMessages messages, TimeProvider time)
{
    private const string Name = "service/incidents";

    private readonly JsonDocuments<IncidentList> _lists = new(documents, IncidentsJson.Default.IncidentList);

    /// <summary>Reads what is wrong, as far as it is known.</summary>
    public async Task<IReadOnlyList<Incident>> ReadAsync(CancellationToken cancellationToken) =>
        (await _lists.ReadAsync(Name, cancellationToken)).Value?.Open ?? [];

    /// <summary>
    /// Writes down that something is wrong, or still is, as whoever meets it knows: it is sent with what is found the next time.
    /// </summary>
    public Task NoteAsync(Incident incident, CancellationToken cancellationToken) => _lists.UpdateAsync(
        Name,
        known: null,
        list =>
        {
            list ??= new IncidentList();
            var known = list.Open.FirstOrDefault(open => open.Id == incident.Id);
            var now = known is null ? incident : known with { Text = incident.Text, Place = incident.Place };
            return list with { Open = [.. list.Open.Where(open => open.Id != incident.Id), now] };
        },
        cancellationToken);

    /// <summary>Brings up to date what is wrong, and tells what is new of it.</summary>
    /// <param name="kinds">The kinds that were looked at.</param>
    /// <param name="found">All incidents of these kinds.</param>
    /// <param name="cancellationToken">Ends the work; what is decided is sent the next time.</param>
    public Task UpdateAsync(
        IReadOnlyCollection<IncidentKind> kinds, IReadOnlyList<Incident> found, CancellationToken cancellationToken) =>
        UpdateAsync(_ => Task.FromResult((kinds, found)), cancellationToken);

    /// <summary>The same for what is looked up now: once more, where somebody else has written meanwhile, and may know better.</summary>
    /// <param name="findAsync">From all incidents that are known to the kinds that were looked at, and all incidents of these.</param>
    /// <param name="cancellationToken">Ends the work; what is decided is sent the next time.</param>
    public async Task UpdateAsync(
        Func<IReadOnlyList<Incident>, Task<(IReadOnlyCollection<IncidentKind> Kinds, IReadOnlyList<Incident> Found)>> findAsync,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var (list, eTag) = await _lists.ReadAsync(Name, cancellationToken);
            list ??= new IncidentList();
            var (kinds, found) = await findAsync(list.Open);
            var next = Next(list, kinds.Select(kind => kind.Id).ToHashSet(), found);
            if (next is not null)
            {
                eTag = await _lists.WriteAsync(Name, next, WriteCondition.IfUnchanged(eTag), cancellationToken);
                if (eTag is null)
                {
                    continue;
                }

                list = next;
            }

            await SendAsync(list, eTag, cancellationToken);
            return;
        }
    }

    // Null where nothing is new.
    private IncidentList? Next(IncidentList list, HashSet<string> kinds, IReadOnlyList<Incident> found)
    {
        var notify = configuration.Snapshot.Configuration.Settings.NotifyOps;
        var known = list.Open.ToDictionary(incident => incident.Id);

        // A feed is in two shards for a while where two processes have assigned it.
        var now = found.DistinctBy(incident => incident.Id).Select(incident => known.GetValueOrDefault(incident.Id) ?? incident).ToList();
        var still = now.Select(incident => incident.Id).ToHashSet();
        var ended = list.Open.Where(incident => kinds.Contains(incident.Kind) && !still.Contains(incident.Id)).ToList();
        var begun = now.Where(incident => !incident.Told && notify.Count > 0).ToList();
        if (ended.Count == 0 && begun.Count == 0 && now.TrueForAll(incident => known.ContainsKey(incident.Id)))
        {
            return null;
        }

        return new IncidentList
        {
            Open =
            [
                .. list.Open.Where(incident => !kinds.Contains(incident.Kind)),
                .. now.Select(incident => incident with { Told = incident.Told || notify.Count > 0 }),
            ],
            Outbox = [.. list.Outbox, .. notify.SelectMany(destination => Notices(destination, notify, begun, [.. ended.Where(incident => incident.Told)]))],
        };
    }

    private IEnumerable<WakeDestination> Notices(
        string destination, IReadOnlyList<string> notify, IReadOnlyList<Incident> begun, IReadOnlyList<Incident> ended)
    {
        var now = time.GetUtcNow();
        var news = begun.Where(incident => IsToTell(incident, destination, notify)).ToList();
        if (news.Count > 0)
        {
            yield return new WakeDestination { Destination = destination, Notice = ServiceNotice.OfBegun(news, now) };
        }

        if (ended.Count > 0)
        {
            yield return new WakeDestination { Destination = destination, Notice = ServiceNotice.OfEnded(ended, now) };
        }
    }

    // A destination that is ill is not told of its own illness, where somebody else is.
    private static bool IsToTell(Incident incident, string destination, IReadOnlyList<string> notify) =>
        notify.Count == 1
        || incident.Name != destination
        || (incident.Kind != IncidentKind.DestinationDisabled.Id
            && incident.Kind != IncidentKind.DestinationFailing.Id
            && incident.Kind != IncidentKind.AlertsDropped.Id);

    private async Task SendAsync(IncidentList list, string? eTag, CancellationToken cancellationToken)
    {
        if (list.Outbox.Count == 0)
        {
            return;
        }

        foreach (var message in list.Outbox)
        {
            await messages.SendAsync(message, TimeSpan.Zero, cancellationToken);
        }

        // Where somebody else has written it meanwhile, they are sent once more, and taken once.
        await _lists.WriteAsync(Name, list with { Outbox = [] }, WriteCondition.IfUnchanged(eTag), cancellationToken);
    }
}
