using NewsAlerts.Channels;

namespace NewsAlerts.Configuration;

/// <summary>A configuration without mistakes: what alerts.yaml says, with every default filled in.</summary>
public sealed record AlertsConfiguration
{
    /// <summary>What holds for the whole service.</summary>
    public Settings Settings { get; init; } = new();

    /// <summary>The feeds to watch; their addresses are distinct.</summary>
    public IReadOnlyList<Feed> Feeds { get; init; } = [];

    /// <summary>The watch rules; their names are distinct.</summary>
    public IReadOnlyList<WatchRule> Rules { get; init; } = [];

    /// <summary>The destinations; their names are distinct.</summary>
    public IReadOnlyList<Destination> Destinations { get; init; } = [];
}
