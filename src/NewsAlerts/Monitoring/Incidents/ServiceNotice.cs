using System.Globalization;
using NewsAlerts.Delivery;
using NewsAlerts.Feeds;
using NewsAlerts.Messages;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Monitoring.Incidents;

/// <summary>What the service says of itself.</summary>
internal static class ServiceNotice
{
    /// <summary>What the types of these notices begin with.</summary>
    public const string Prefix = "service.";

    private const string Problem = Prefix + "problem";
    private const string Recovered = Prefix + "recovered";
    private const string Why = "You get this because notifyOps in the settings of alerts.yaml names this destination.";

    /// <summary>More fit no message of a chat.</summary>
    private const int MostEntries = 50;

    private const int MostText = 600;
    private const int MostName = 200;

    // Names and punctuation of JSON, the kind, the time.
    private const int RoomForOneEntry = 160;

    // The destination's name, the trace, and since when it has been unknown.
    private const int RoomForTheRest = 2_000;

    /// <summary>That these incidents, at least one, have begun.</summary>
    public static Notice OfBegun(IReadOnlyList<Incident> incidents, DateTimeOffset now) => Of(
        Problem, incidents, now, kind => kind.Begin, incident => new NoticeEntry(incident.Kind, incident.Name, incident.Text, incident.Since));

    /// <summary>That these incidents, at least one, are over.</summary>
    public static Notice OfEnded(IReadOnlyList<Incident> incidents, DateTimeOffset now) => Of(
        Recovered, incidents, now, kind => kind.End, incident => new NoticeEntry(incident.Kind, incident.Name, HowLong(incident, now), now));

    /// <summary>Another notice of the service.</summary>
    /// <param name="type">Its type, after <see cref="Prefix"/>.</param>
    /// <param name="key">Tells it from others of its type.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="now">The time, UTC.</param>
    public static Notice Of(string type, string key, string title, DateTimeOffset now) => new()
    {
        Id = StableHash.Of($"{Prefix}{type}\n{key}", 16),
        Type = Prefix + type,
        Title = Graphemes.Cut(title, MostText),
        Why = Why,
        At = now,
    };

    /// <summary>The notice with as many of these entries as a message of the queue carries; the rest is counted.</summary>
    public static Notice With(Notice notice, IReadOnlyCollection<NoticeEntry> entries)
    {
        var room = IMessageQueue.MaxBodyBytes - RoomForTheRest - DeliveryMessages.Write(new WakeDestination { Destination = "", Notice = notice }).Length;
        var shown = new List<NoticeEntry>();
        foreach (var entry in entries.Take(MostEntries))
        {
            var made = entry with { Name = Graphemes.Cut(entry.Name, MostName), Text = Graphemes.Cut(entry.Text, MostText) };
            room -= SizeOf(made);
            if (room < 0)
            {
                break;
            }

            shown.Add(made);
        }

        return notice with { Entries = shown, More = entries.Count - shown.Count };
    }

    private static Notice Of(
        string type,
        IReadOnlyList<Incident> incidents,
        DateTimeOffset now,
        Func<IncidentKind, Func<IReadOnlyList<Incident>, string>> words,
        Func<Incident, NoticeEntry> entry)
    {
        var key = string.Join('\n', incidents.Select(incident => $"{incident.Id}\n{incident.Since.ToUnixTimeMilliseconds()}").Order(StringComparer.Ordinal));
        var sentences = incidents
            .GroupBy(incident => incident.Kind)
            .Select(kind => IncidentKind.Find(kind.Key) is { } known ? words(known)([.. kind]) : kind.Key);
        return With(Of(type[Prefix.Length..], key, string.Join("; ", sentences), now), [.. incidents.Select(entry)]);
    }

    private static int SizeOf(NoticeEntry entry) => RoomForOneEntry + JsonSize.Of(entry.Name) + JsonSize.Of(entry.Text);

    private static string HowLong(Incident incident, DateTimeOffset now)
    {
        var lasted = now - incident.Since;
        var span = lasted switch
        {
            { TotalHours: < 1 } => Age.Minutes((int)Math.Ceiling(lasted.TotalMinutes)),
            { TotalDays: < 2 } => Age.Hours((int)lasted.TotalHours),
            _ => Age.Days((int)lasted.TotalDays),
        };
        return string.Create(CultureInfo.InvariantCulture, $"It is over, after {span}.");
    }
}
