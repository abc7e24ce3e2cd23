using System.Text.Json.Serialization;
using NewsAlerts.Monitoring;

namespace NewsAlerts.Functions;

/// <summary>How the health is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ServiceHealth))]
internal sealed partial class HealthJson : JsonSerializerContext;
