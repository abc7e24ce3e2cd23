namespace NewsAlerts.Feeds;

/// <summary>
/// One entry of a feed, as its document states it. Every text is plain text: markup is gone, entities are decoded,
/// white space is collapsed. What the document does not state is null or empty.
/// </summary>
public sealed record Item
{
    /// <summary>The identifier that the publisher gave (RSS <c>guid</c>, Atom and JSON <c>id</c>, RDF <c>about</c>), verbatim.</summary>
    public string? Guid { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>Where the article is: an absolute URL where a base is known.</summary>
    public string? Link { get; init; }

    /// <summary>When it was first published, UTC.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Who wrote it, one name (or address, where there is no name) each.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The teaser.</summary>
    public string? Summary { get; init; }

    /// <summary>The full text, where the feed carries it.</summary>
    public string? Content { get; init; }

    /// <summary>Subjects and tags, in the order of the document.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Who published it first, where its feed only passes it on.</summary>
    public ItemSource? Source { get; init; }

    /// <summary>The language as stated for it, else for its feed (BCP 47 where the publisher kept to it).</summary>
    public string? Language { get; init; }

    /// <summary>Attached media.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];
}
