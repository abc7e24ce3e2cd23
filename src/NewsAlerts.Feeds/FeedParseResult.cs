using System.Diagnostics.CodeAnalysis;

namespace NewsAlerts.Feeds;

/// <summary>What became of a document: either a feed, or the reason why it is none.</summary>
public sealed record FeedParseResult
{
    private FeedParseResult(FeedDocument? document, string? error)
    {
        Document = document;
        Error = error;
    }

    /// <summary>The feed; null where the document is none.</summary>
    public FeedDocument? Document { get; }

    /// <summary>What the document is instead, as a sentence for a person; null where it is a feed.</summary>
    public string? Error { get; }

    /// <summary>Whether the document is a feed.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsFeed => Document is not null;

    /// <summary>A document that is a feed.</summary>
    public static FeedParseResult Feed(FeedDocument document) => new(document, null);

    /// <summary>A document that is no feed, and why.</summary>
    public static FeedParseResult NotAFeed(string error) => new(null, error);
}
