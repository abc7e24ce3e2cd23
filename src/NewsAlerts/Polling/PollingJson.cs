using System.Text.Json.Serialization;
using NewsAlerts.Polling.Hubs;
using NewsAlerts.Polling.Shards;

namespace NewsAlerts.Polling;

/// <summary>How the documents of polling are written: camel case, names of enumerations, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(FeedShard))]
[JsonSerializable(typeof(BackOffList))]
[JsonSerializable(typeof(HubSubscription))]
internal sealed partial class PollingJson : JsonSerializerContext;
