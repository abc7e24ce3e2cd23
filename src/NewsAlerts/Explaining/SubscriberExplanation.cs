using NewsAlerts.Subscriptions.Suppressed;

namespace NewsAlerts.Explaining;

/// <summary>Why somebody who subscribes was told of an article, or was not.</summary>
/// <param name="Asked">The address or id that was asked for.</param>
internal sealed record SubscriberExplanation(string Asked)
{
    /// <summary>Whether anybody subscribes under it.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Why nothing is sent to the address; null where it is well.</summary>
    public Suspension? Suspended { get; init; }

    /// <summary>How many requests wait to be confirmed: by them, nothing is told.</summary>
    public int Pending { get; init; }

    /// <summary>What the subscriptions make of it, those that match first.</summary>
    public IReadOnlyList<SubscriptionFinding> Subscriptions { get; init; } = [];

    /// <summary>What became of its alerts; empty where there are none and none was to come.</summary>
    public IReadOnlyList<SubscriberAlert> Alerts { get; init; } = [];
}
