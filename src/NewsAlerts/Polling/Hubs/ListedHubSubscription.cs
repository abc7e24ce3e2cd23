namespace NewsAlerts.Polling.Hubs;

/// <summary>A subscription to a hub, as listed.</summary>
/// <param name="Key">The name under which its feed's subscription is kept.</param>
/// <param name="State">How far it is.</param>
/// <param name="Due">When the hub is to be asked next, UTC.</param>
internal sealed record ListedHubSubscription(string Key, HubSubscriptionState State, DateTimeOffset Due);
