using System.Text.Json.Serialization;

namespace NewsAlerts.Delivery.State;

/// <summary>How the documents of delivery are written: camel case, names of enumerations, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(DestinationState))]
[JsonSerializable(typeof(WaitingAlerts))]
internal sealed partial class DeliveryStateJson : JsonSerializerContext;
