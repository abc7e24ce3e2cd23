using System.Text.Json.Serialization;
using NewsAlerts.Delivery;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Shards;

namespace NewsAlerts.Steps;

/// <summary>How messages are written: camel case, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PollShard))]
[JsonSerializable(typeof(MatchBatch))]
[JsonSerializable(typeof(WakeDestination))]
internal sealed partial class PipelineJson : JsonSerializerContext;
