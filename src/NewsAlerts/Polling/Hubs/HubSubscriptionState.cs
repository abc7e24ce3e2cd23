namespace NewsAlerts.Polling.Hubs;

/// <summary>How far a subscription to a hub is.</summary>
public enum HubSubscriptionState
{
    /// <summary>The hub is to be asked.</summary>
    Wanted,

    /// <summary>The hub was asked, and has not confirmed yet.</summary>
    Asked,

    /// <summary>The hub announces new items, as long as the lease lasts.</summary>
    Active,

    /// <summary>The hub has said no.</summary>
    Denied,

    /// <summary>The hub is asked to announce nothing more.</summary>
    Leaving,
}
