namespace NewsAlerts.Polling;

/// <summary>A time of which a feed no longer shows any item that was known: some may have come and gone unseen.</summary>
/// <param name="From">When a poll last gave the items that were known, UTC.</param>
/// <param name="Until">When the oldest item that was shown next was published, or else was seen, UTC.</param>
public sealed record FeedGap(DateTimeOffset From, DateTimeOffset Until);
