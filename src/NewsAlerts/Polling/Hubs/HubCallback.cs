namespace NewsAlerts.Polling.Hubs;

/// <summary>A hub's call to the address of a subscription.</summary>
/// <param name="Key">The name under which the subscription is kept.</param>
/// <param name="Token">The part of the address that only the hub knows.</param>
internal sealed record HubCallback(string Key, string Token);
