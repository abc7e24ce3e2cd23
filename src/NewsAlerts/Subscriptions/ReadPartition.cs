namespace NewsAlerts.Subscriptions;

/// <summary>A partition of the subscribers, as read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ETag">Its version; null where it is not there, or cannot be read.</param>
/// <param name="Subscribers">Who is in it.</param>
/// <param name="Problem">Why it cannot be read; null where it can.</param>
internal sealed record ReadPartition(string Name, string? ETag, IReadOnlyList<Subscriber> Subscribers, string? Problem = null);
