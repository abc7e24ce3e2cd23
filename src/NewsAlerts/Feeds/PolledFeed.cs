using NewsAlerts.Items;

namespace NewsAlerts.Feeds;

/// <summary>What a poll of one feed brought.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Before">Its state before the poll.</param>
/// <param name="After">Its state after the poll.</param>
/// <param name="Document">The document; null where there is none, or none that differs from the last one.</param>
internal sealed record PolledFeed(Feed Feed, FeedState Before, FeedState After, FeedDocument? Document);
