namespace NewsAlerts.Subscriptions;

/// <summary>When somebody asked for emails lately.</summary>
/// <param name="At">The times, oldest first, UTC.</param>
internal sealed record RecentRequests(IReadOnlyList<DateTimeOffset> At);
