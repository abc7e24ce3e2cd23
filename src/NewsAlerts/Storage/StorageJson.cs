using System.Text.Json.Serialization;

namespace NewsAlerts.Storage;

/// <summary>How the documents of the queues are written: camel case, names of enumerations, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(PoisonMessage))]
internal sealed partial class StorageJson : JsonSerializerContext;
