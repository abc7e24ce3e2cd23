using System.Globalization;
using NewsAlerts.Messages;
using NewsAlerts.Storage;

namespace NewsAlerts.Monitoring.Incidents;

/// <summary>
/// Messages that were given up: one incident for each queue and day (UTC), which is over once somebody has seen to them
/// all: what is sent back to work is seen to when the work is done, and not before. What was to tell of the service itself is left out, so that no notice brings forth another.
/// </summary>
internal sealed class PoisonIncidents(PoisonMessages poison) : IIncidentSource
{
    /// <inheritdoc />
    public IReadOnlyList<IncidentKind> Kinds { get; } = [IncidentKind.Poison];

    /// <inheritdoc />
    public async Task<IReadOnlyList<Incident>> FindAsync(IReadOnlyList<Incident> open, CancellationToken cancellationToken)
    {
        var known = open.ToDictionary(incident => incident.Key);
        var listed = await poison.ListAsync(cancellationToken)
            .Where(message => message.Notice?.StartsWith(ServiceNotice.Prefix, StringComparison.Ordinal) != true)
            .ToListAsync(cancellationToken);
        var found = new List<Incident>();
        foreach (var day in listed.GroupBy(message => string.Create(CultureInfo.InvariantCulture, $"{message.Queue} {message.At.UtcDateTime:yyyyMMdd}")))
        {
            found.Add(known.GetValueOrDefault(day.Key) ?? await DescribeAsync(day.Key, [.. day.OrderBy(message => message.At)], cancellationToken));
        }

        return found;
    }

    private async Task<Incident> DescribeAsync(string key, IReadOnlyList<ListedPoison> messages, CancellationToken cancellationToken)
    {
        var reason = (await poison.ReadAsync(messages[0], cancellationToken))?.Reason.TrimEnd('.') ?? "it is gone again";
        var count = messages.Count == 1 ? "1 message was given up" : $"{Counted.Of(messages.Count, "message")} were given up, the first of them";
        return new Incident
        {
            Kind = IncidentKind.Poison.Id,
            Key = key,
            Name = messages[0].Queue,
            Text = $"{count}: {reason}. They are kept: 'alerts status' lists them, 'alerts replay' sends them back to work.",
            Since = messages[0].At,
        };
    }
}
