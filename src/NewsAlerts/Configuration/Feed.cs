namespace NewsAlerts.Configuration;

/// <summary>A feed to watch, as alerts.yaml names it.</summary>
public sealed record Feed
{
    /// <summary>The configured address, verbatim: the key under which the feed's state is kept.</summary>
    public required string Url { get; init; }

    /// <summary>The name to show; null means the feed's own title.</summary>
    public string? Name { get; init; }

    /// <summary>Labels by which rules choose feeds.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Everything by which a rule can choose the feed: its tags and its name.</summary>
    public IEnumerable<string> Labels => Name is null ? Tags : Tags.Append(Name);

    /// <summary>What it is asked for with; null where it is open to everybody.</summary>
    public FeedCredentials? Credentials { get; init; }

    /// <summary>The time between two polls that its owner set; null means as often as it publishes and allows.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>Whether the article of each new item is fetched, so that rules see more than the teaser.</summary>
    public bool FullText { get; init; }
}
