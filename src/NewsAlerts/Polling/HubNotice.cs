using NewsAlerts.Polling.Hubs;

namespace NewsAlerts.Polling;

/// <summary>What a hub has told of a feed.</summary>
/// <param name="Feed">The feed's configured address.</param>
internal sealed record HubNotice(string Feed)
{
    /// <summary>How a subscription stands, without anything that the hub sent.</summary>
    public static HubNotice Of(HubSubscription subscription) => new(subscription.FeedUrl) { Until = subscription.ReliableUntil };

    /// <summary>Until when the hub announces its new items, UTC; null where it does not any more.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The document that holds the body that the hub sent; null where it sent none.</summary>
    public string? Body { get; init; }

    /// <summary>The <c>Content-Type</c> of that body.</summary>
    public string? ContentType { get; init; }
}
