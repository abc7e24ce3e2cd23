using System.Text.Json.Serialization;

namespace NewsAlerts.Steps;

/// <summary>How the documents of the runners are written: camel case, names of enumerations, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(RunnerState))]
internal sealed partial class StepsJson : JsonSerializerContext;
