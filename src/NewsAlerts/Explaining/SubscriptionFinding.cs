using NewsAlerts.Rules.Explaining;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Explaining;

/// <summary>What a subscription makes of an article, now.</summary>
/// <param name="Subscription">The subscription.</param>
/// <param name="IsMatch">Whether its subscriber is to be told of the article by it.</param>
/// <param name="Why">Why, in words for a person.</param>
/// <param name="Finding">What became of its query; null where it has none (any more).</param>
internal sealed record SubscriptionFinding(Subscription Subscription, bool IsMatch, string Why, QueryFinding? Finding = null);
