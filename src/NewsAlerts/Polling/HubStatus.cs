using NewsAlerts.Polling.Hubs;

namespace NewsAlerts.Polling;

/// <summary>How the subscription to a feed's hub is.</summary>
/// <param name="Host">The hub's host.</param>
/// <param name="State">How far it is.</param>
/// <param name="Until">Until when the hub is relied on to announce new items, UTC; null where it is not.</param>
/// <param name="Announced">When it announced something last, UTC; null means never.</param>
/// <param name="Problem">Why it does not announce; null where nothing is wrong.</param>
internal sealed record HubStatus(
    string Host, HubSubscriptionState State, DateTimeOffset? Until, DateTimeOffset? Announced, string? Problem);
