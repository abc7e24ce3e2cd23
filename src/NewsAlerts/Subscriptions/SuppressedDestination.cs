namespace NewsAlerts.Subscriptions;

/// <summary>A destination of alerts.yaml that its reader has unsubscribed.</summary>
/// <param name="Name">The destination's name.</param>
/// <param name="At">When that was, UTC.</param>
internal sealed record SuppressedDestination(string Name, DateTimeOffset At);
