using NewsAlerts.Feeds;

namespace NewsAlerts.Polling.Finding;

/// <summary>A feed that was found at a site, and fetched once to make sure.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Document">What it holds.</param>
internal sealed record FoundFeed(string Url, FeedDocument Document)
{
    /// <summary>When its newest item was published; null where none says so.</summary>
    public DateTimeOffset? Newest => Document.Items.Max(item => item.Published ?? item.Updated);
}
