namespace NewsAlerts.Subscriptions;

/// <summary>How many people subscribe.</summary>
/// <param name="People">Those with at least one confirmed subscription.</param>
/// <param name="Subscriptions">Their confirmed subscriptions.</param>
/// <param name="Pending">The requests that wait to be confirmed.</param>
/// <param name="Suspended">The people to whom nothing is sent, since their address takes nothing.</param>
internal sealed record SubscriberCounts(int People, int Subscriptions, int Pending, int Suspended)
{
    /// <summary>The sum of two.</summary>
    public static SubscriberCounts operator +(SubscriberCounts one, SubscriberCounts other) => new(
        one.People + other.People,
        one.Subscriptions + other.Subscriptions,
        one.Pending + other.Pending,
        one.Suspended + other.Suspended);
}
