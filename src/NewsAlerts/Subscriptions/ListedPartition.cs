namespace NewsAlerts.Subscriptions;

/// <summary>A partition of the subscribers, as listed.</summary>
/// <param name="Name">Its name: the digits that the ids in it begin with.</param>
/// <param name="ETag">Its version.</param>
/// <param name="Counts">How many people there are in it, as of the last write.</param>
/// <param name="Ends">When something in it ends by itself, UTC; null where nothing does.</param>
internal sealed record ListedPartition(string Name, string ETag, SubscriberCounts Counts, DateTimeOffset? Ends);
