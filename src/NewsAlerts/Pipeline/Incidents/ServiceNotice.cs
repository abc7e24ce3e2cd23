using System.Globalization;
using NewsAlerts.Alerts;
using NewsAlerts.Alerts.Texts;
using NewsAlerts.Items;

namespace NewsAlerts.Pipeline.Incidents;

/// <summary>What the service says of itself.</summary>
internal static class ServiceNotice
{
    /// <summary>What the types of these notices begin with.</summary>
    public const string Prefix = "service.";

    private const string Problem = Prefix + "problem";
    private const string Recovered = Prefix + "recovered";
    private const string Why = "You get this because notifyOps in the settings of alerts.yaml names this destination.";

    /// <summary>More fit no message of a chat; the queue takes 48 KiB.</summary>
    private const int MostEntries = 50;

    private const int MostText = 600;

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
        Title = title,
        Why = Why,
        At = now,
    };

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
        return Of(type[Prefix.Length..], key, string.Join("; ", sentences), now) with
        {
            Entries = [.. incidents.Take(MostEntries).Select(entry).Select(made => made with { Text = Graphemes.Cut(made.Text, MostText) })],
            More = Math.Max(0, incidents.Count - MostEntries),
        };
    }

    private static string HowLong(Incident incident, DateTimeOffset now)
    {
        var lasted = now - incident.Since;
        var words = Languages.English;
        var span = lasted switch
        {
            { TotalHours: < 1 } => words.Minutes((int)Math.Ceiling(lasted.TotalMinutes)),
            { TotalDays: < 2 } => words.Hours((int)lasted.TotalHours),
            _ => words.Days((int)lasted.TotalDays),
        };
        return string.Create(CultureInfo.InvariantCulture, $"It is over, after {span}.");
    }
}
