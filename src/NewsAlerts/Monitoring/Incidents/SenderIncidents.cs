using System.Globalization;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery;

namespace NewsAlerts.Monitoring.Incidents;

/// <summary>
/// A mail server that refuses us: the login, the sender, a policy. It befalls every reader, and is the fault of none, so that
/// the operator must hear of it. Whoever tries a delivery writes it down, and it is over a day after the last time.
/// </summary>
internal sealed class SenderIncidents(CurrentConfiguration configuration, IncidentLog log, TimeProvider time) : IIncidentSource, ISenderRefusals
{
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>So often it is written down that there was one more.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(30);

    private (string Host, DateTimeOffset At)? _noted;

    /// <inheritdoc />
    public IReadOnlyList<IncidentKind> Kinds { get; } = [IncidentKind.SenderRefused];

    private string Host => configuration.Snapshot.Configuration.Settings.Smtp?.Host ?? "the mail server";

    /// <inheritdoc />
    public async Task NoteAsync(string reason, CancellationToken cancellationToken)
    {
        var (host, now) = (Host, time.GetUtcNow());
        if (_noted is var (known, at) && known == host && (now - at).Duration() < Pace)
        {
            return;
        }

        await log.NoteAsync(
            new Incident
            {
                Kind = IncidentKind.SenderRefused.Id,
                Key = host,
                Name = host,
                Text = $"{reason.TrimEnd('.')}. No reader is to blame: what is held up is tried again for three days.",
                Since = now,
                Place = now.ToString("O", CultureInfo.InvariantCulture),
            },
            cancellationToken);
        _noted = (host, now);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<Incident>> FindAsync(IReadOnlyList<Incident> open, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Incident>>([.. open.Where(incident => incident.Key == Host && IsRecent(incident.Place))]);

    // What lies far ahead is of a clock that was wrong once.
    private bool IsRecent(string? last) =>
        DateTimeOffset.TryParseExact(last, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
        && (time.GetUtcNow() - at).Duration() < Memory;
}
