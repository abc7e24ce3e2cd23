using System.Text.Json.Serialization;
using NewsAlerts.Polling.Shards;

namespace NewsAlerts.Polling;

/// <summary>How the messages of polling are written: camel case, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PollShard))]
[JsonSerializable(typeof(MatchBatch))]
internal sealed partial class PollMessagesJson : JsonSerializerContext;
