using NewsAlerts.Configuration;
using NewsAlerts.Feeds;

namespace NewsAlerts.Polling;

/// <summary>What a poll of one feed brought.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Before">Its state before the poll.</param>
/// <param name="After">Its state after the poll.</param>
/// <param name="Document">The document; null where there is none, or none that differs from the last one.</param>
internal sealed record PolledFeed(Feed Feed, FeedState Before, FeedState After, FeedDocument? Document)
{
    /// <summary>Whether a hub sent the document: then it may hold new items alone, and what it leaves out is not missing.</summary>
    public bool IsAnnounced { get; init; }

    /// <summary>Whether the feed was not asked, since its domain is left alone.</summary>
    public bool IsPostponed { get; init; }
}
