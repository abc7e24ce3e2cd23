namespace NewsAlerts.Feeds;

/// <summary>A feed document, parsed: what it says of the feed, and its items in the order of the document.</summary>
public sealed record FeedDocument
{
    /// <summary>The family of formats.</summary>
    public required FeedFormat Format { get; init; }

    /// <summary>The name of the character encoding that the document was read in, such as <c>utf-8</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>Whether the document breaks its format's rules and was recovered.</summary>
    public bool Malformed { get; init; }

    /// <summary>The feed's name, as plain text.</summary>
    public string? Title { get; init; }

    /// <summary>The site that the feed belongs to: an absolute URL where a base is known.</summary>
    public string? Link { get; init; }

    /// <summary>The feed's own identifier.</summary>
    public string? Id { get; init; }

    /// <summary>What the feed is about, as plain text.</summary>
    public string? Description { get; init; }

    /// <summary>The language as the document states it (BCP 47 where the publisher kept to it).</summary>
    public string? Language { get; init; }

    /// <summary>Who is responsible for the feed.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>When the feed was published, UTC.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When the feed was last changed, UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>What the feed says about when to come back.</summary>
    public PublishingHints Hints { get; init; } = new();

    /// <summary>The items, in the order of the document.</summary>
    public IReadOnlyList<Item> Items { get; init; } = [];
}
