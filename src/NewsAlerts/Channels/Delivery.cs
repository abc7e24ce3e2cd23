using NewsAlerts.Alerts;

namespace NewsAlerts.Channels;

/// <summary>One message to one destination.</summary>
/// <param name="Id">The same in every attempt: <c>webhook-id</c>, and the local part of <c>Message-ID</c>.</param>
/// <param name="Alerts">What it tells; at least one.</param>
/// <param name="Now">The time of this attempt, UTC.</param>
public sealed record Delivery(string Id, IReadOnlyList<Alert> Alerts, DateTimeOffset Now)
{
    /// <summary>What it says as a digest; null where it tells alerts as they come.</summary>
    public Digest? Digest { get; init; }
}
