using NewsAlerts.Feeds;

namespace NewsAlerts.Tests.Support.Polling;

/// <summary>A feed whose publications are known, to be watched once more.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Times">When its items were published, in order.</param>
/// <param name="Start">When the watch begins: what was published before is there at the first poll.</param>
/// <param name="Hints">What the feed says about when to come back.</param>
internal sealed record PublishedFeed(
    string Name, IReadOnlyList<DateTimeOffset> Times, DateTimeOffset Start, PublishingHints Hints);
