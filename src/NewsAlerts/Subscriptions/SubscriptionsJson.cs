using System.Text.Json.Serialization;
using NewsAlerts.Subscriptions.Suppressed;

namespace NewsAlerts.Subscriptions;

/// <summary>How documents about people are written: camel case, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SubscriberPartition))]
[JsonSerializable(typeof(Suppression))]
[JsonSerializable(typeof(RecentRequests))]
internal sealed partial class SubscriptionsJson : JsonSerializerContext;
