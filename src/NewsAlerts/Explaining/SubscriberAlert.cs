using NewsAlerts.Subscriptions;

namespace NewsAlerts.Explaining;

/// <summary>What became of a subscriber's alert.</summary>
/// <param name="Trace">Where it stands.</param>
/// <param name="By">A subscription with the schedule by which it is told; null where its reader has none such any more.</param>
internal sealed record SubscriberAlert(AlertTrace Trace, Subscription? By);
