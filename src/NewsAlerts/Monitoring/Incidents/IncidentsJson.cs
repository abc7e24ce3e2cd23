using System.Text.Json.Serialization;

namespace NewsAlerts.Monitoring.Incidents;

/// <summary>How incidents are written: camel case, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IncidentList))]
[JsonSerializable(typeof(RulePasts))]
internal sealed partial class IncidentsJson : JsonSerializerContext;
