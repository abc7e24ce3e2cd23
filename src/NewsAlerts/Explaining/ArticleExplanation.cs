using NewsAlerts.Polling;

namespace NewsAlerts.Explaining;

/// <summary>Why somebody was told of an article, or was not.</summary>
internal sealed record ArticleExplanation
{
    /// <summary>The link or title that was asked for.</summary>
    public required string Asked { get; init; }

    /// <summary>Where the article was seen, the newest first; empty where it was not.</summary>
    public IReadOnlyList<Sighting> Sightings { get; init; } = [];

    /// <summary>How many rules are not explained, since there are so many; all that match are.</summary>
    public int RulesLeftOut { get; init; }

    /// <summary>What became of its alerts.</summary>
    public IReadOnlyList<AlertTrace> Alerts { get; init; } = [];

    /// <summary>How many people have a subscription that matches it now; null where nobody subscribes.</summary>
    public int? People { get; init; }

    /// <summary>What became of it for the subscriber that was asked for; null where none was.</summary>
    public SubscriberExplanation? Subscriber { get; init; }

    /// <summary>Where it was not seen: the closest that was.</summary>
    public IReadOnlyList<Sighting> Closest { get; init; } = [];

    /// <summary>Where it was not seen: how the feeds are that might have shown it.</summary>
    public IReadOnlyList<FeedStatus> Feeds { get; init; } = [];

    /// <summary>When the first item of all was archived, UTC; null where none was.</summary>
    public DateTimeOffset? ArchiveBegins { get; init; }
}
