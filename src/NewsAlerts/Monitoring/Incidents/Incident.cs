using System.Text.Json.Serialization;

namespace NewsAlerts.Monitoring.Incidents;

/// <summary>Something that is wrong with the service, for as long as it is.</summary>
internal sealed record Incident
{
    /// <summary>What it is: the id of an <see cref="IncidentKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Tells it from others of its kind.</summary>
    public required string Key { get; init; }

    /// <summary>What it befell: the name of a feed, a rule, a destination, a queue.</summary>
    public required string Name { get; init; }

    /// <summary>What is wrong and why, as sentences for a person.</summary>
    public required string Text { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Where its source finds it again; null where it needs nothing for that.</summary>
    public string? Place { get; init; }

    /// <summary>Whether somebody was told that it began.</summary>
    public bool Told { get; init; }

    /// <summary>Tells it from all others.</summary>
    [JsonIgnore]
    public string Id => $"{Kind}\n{Key}";
}
