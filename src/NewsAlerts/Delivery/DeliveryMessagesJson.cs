using System.Text.Json.Serialization;

namespace NewsAlerts.Delivery;

/// <summary>How the messages of delivery are written: camel case, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WakeDestination))]
internal sealed partial class DeliveryMessagesJson : JsonSerializerContext;
