using NewsAlerts.Channels;

namespace NewsAlerts.Configuration;

/// <summary>A configuration, ready to work with: its rules compiled, its feeds and destinations found by key.</summary>
/// <param name="configuration">The configuration, without mistakes.</param>
internal sealed class ConfigurationSnapshot(AlertsConfiguration configuration)
{
    private readonly Dictionary<string, Feed> _feeds = configuration.Feeds.ToDictionary(feed => feed.Url);
    private readonly Dictionary<string, Destination> _destinations =
        configuration.Destinations.ToDictionary(destination => destination.Name);

    /// <summary>What it was made from.</summary>
    public AlertsConfiguration Configuration => configuration;

    /// <summary>The rules, compiled.</summary>
    public RuleSnapshot Rules { get; } = new(configuration.Rules, configuration.Feeds);

    /// <summary>The feed of that address; null where there is none.</summary>
    public Feed? FindFeed(string url) => _feeds.GetValueOrDefault(url);

    /// <summary>What a feed is called: its configured name, else its own title, else its address without secrets.</summary>
    public string NameOfFeed(string url, string? title) => FeedName.Of(FindFeed(url)?.Name, title, url);

    /// <summary>The destination of that name; null where there is none.</summary>
    public Destination? FindDestination(string name) => _destinations.GetValueOrDefault(name);
}
