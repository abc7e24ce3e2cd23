using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery.State;
using NewsAlerts.Messages;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Monitoring.Incidents;

/// <summary>
/// Destinations of alerts.yaml that are disabled, or that nothing could be sent to for a day, and those for which alerts had to
/// be dropped meanwhile: from one listing. A state is read only where the trouble is new.
/// </summary>
internal sealed class DestinationIncidents(CurrentConfiguration configuration, DestinationStates states, TimeProvider time) : IIncidentSource
{
    private static readonly TimeSpan TooLong = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public IReadOnlyList<IncidentKind> Kinds { get; } =
        [IncidentKind.DestinationDisabled, IncidentKind.DestinationFailing, IncidentKind.AlertsDropped];

    /// <inheritdoc />
    public async Task<IReadOnlyList<Incident>> FindAsync(IReadOnlyList<Incident> open, CancellationToken cancellationToken)
    {
        var (snapshot, now) = (configuration.Snapshot, time.GetUtcNow());
        var known = open.ToDictionary(incident => incident.Id);
        var found = new List<Incident>();
        await foreach (var listed in states.ListAsync(cancellationToken))
        {
            if (listed.Dropped > 0 && snapshot.FindDestination(listed.Name) is not null)
            {
                var incident = new Incident
                {
                    Kind = IncidentKind.AlertsDropped.Id,
                    Key = listed.Name,
                    Name = listed.Name,
                    Text = Dropped(listed.Dropped, snapshot.Configuration.Settings.Keep),
                    Since = now,
                };
                found.Add(known.GetValueOrDefault(incident.Id) ?? incident);
            }

            if (snapshot.FindDestination(listed.Name) is { } destination && KindOf(listed, destination, now) is { } kind)
            {
                var incident = new Incident { Kind = kind.Id, Key = listed.Name, Name = listed.Name, Text = "", Since = now };
                found.Add(known.GetValueOrDefault(incident.Id) ?? await DescribeAsync(incident, cancellationToken));
            }
        }

        return found;
    }

    private static IncidentKind? KindOf(ListedDestination listed, Destination destination, DateTimeOffset now) => listed switch
    {
        { DisabledAddress: { } address } when address == destination.Fingerprint() => IncidentKind.DestinationDisabled,
        { DisabledAddress: null, FailingSince: { } since } when now - since >= TooLong => IncidentKind.DestinationFailing,
        _ => null,
    };

    private async Task<Incident> DescribeAsync(Incident incident, CancellationToken cancellationToken)
    {
        var state = await states.ReadAsync(incident.Name, cancellationToken);
        var waiting = state?.Undelivered ?? 0;
        var waits = waiting == 1 ? "1 alert waits for it." : $"{Counted.Of(waiting, "alert")} wait for it.";
        return state?.Disabled is { } disabled
            ? incident with { Text = $"{Sentence(disabled.Reason)} Nothing is sent to it until its address changes. {waits}", Since = disabled.Since }
            : incident with { Text = $"{Sentence(state?.Problem)} {waits}", Since = state?.FailingSince ?? incident.Since };
    }

    private static string Dropped(int count, TimeSpan keep) =>
        $"{Counted.Of(count, "alert")} that waited for it {(count == 1 ? "was" : "were")} dropped so far: nothing could be sent to it, "
        + $"and nothing is kept for longer than {Counted.Of((int)keep.TotalDays, "day")} ('settings: keep'). "
        + "Whatever gets so old goes the same way.";

    private static string Sentence(string? reason) => $"{reason?.TrimEnd('.')}.";
}
