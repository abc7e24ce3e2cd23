using NewsAlerts.Configuration;
using NewsAlerts.Feeds;

namespace NewsAlerts.Polling.Hubs;

/// <summary>Reads the body that a hub has sent, as if it had been fetched (WebSub §7).</summary>
internal static class Announcement
{
    /// <summary>
    /// What the body brings. It says nothing of the feed's validators or of what is missing from it: a hub may leave out what
    /// it has sent before. A body that is no feed only says that there is something to fetch.
    /// </summary>
    /// <param name="feed">The feed.</param>
    /// <param name="state">Its state.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its <c>Content-Type</c>.</param>
    /// <param name="now">The time, UTC.</param>
    public static PolledFeed Read(
        Feed feed, FeedState state, ReadOnlyMemory<byte> body, string? contentType, DateTimeOffset now)
    {
        var topic = new Uri(state.Hub?.Topic ?? feed.Url);
        var parsed = FeedParser.Parse(body, new FeedSource(topic, contentType));
        var after = parsed.IsFeed ? state : AnnouncedPace.Resume(feed, state, now);
        return new PolledFeed(feed, state, after with { Announced = now }, parsed.Document) { IsAnnounced = true };
    }
}
