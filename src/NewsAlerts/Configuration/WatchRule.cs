using NewsAlerts.Rules;

namespace NewsAlerts.Configuration;

/// <summary>A watch rule: what to look for, where, and whom to tell.</summary>
public sealed record WatchRule
{
    /// <summary>Its name, unique in a configuration.</summary>
    public required string Name { get; init; }

    /// <summary>The query as written.</summary>
    public required string When { get; init; }

    /// <summary>The query as understood.</summary>
    public required Query Query { get; init; }

    /// <summary>Names or tags of the feeds that the rule looks at; every feed if empty.</summary>
    public IReadOnlyList<string> Feeds { get; init; } = [];

    /// <summary>Names of the destinations to tell.</summary>
    public IReadOnlyList<string> Notify { get; init; } = [];

    /// <summary>Whether people may subscribe to it by themselves, and so see its name: false by default.</summary>
    public bool Subscribe { get; init; }

    /// <summary>Until when it tells nobody, UTC; null means that it tells.</summary>
    public DateTimeOffset? MutedUntil { get; init; }
}
