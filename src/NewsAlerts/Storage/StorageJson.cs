using System.Text.Json.Serialization;
using NewsAlerts.Archive;
using NewsAlerts.Archive.Segments;
using NewsAlerts.Delivery.State;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Hubs;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Steps;

namespace NewsAlerts.Storage;

/// <summary>How documents are written: camel case, names of enumerations, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(FeedShard))]
[JsonSerializable(typeof(BackOffList))]
[JsonSerializable(typeof(ItemBatch))]
[JsonSerializable(typeof(DestinationState))]
[JsonSerializable(typeof(WaitingAlerts))]
[JsonSerializable(typeof(DeliveryRecord))]
[JsonSerializable(typeof(PoisonMessage))]
[JsonSerializable(typeof(Catalog))]
[JsonSerializable(typeof(HubSubscription))]
[JsonSerializable(typeof(RunnerState))]
internal sealed partial class StorageJson : JsonSerializerContext;
