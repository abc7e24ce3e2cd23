using System.Text.Json.Serialization;

namespace NewsAlerts.Pipeline;

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
