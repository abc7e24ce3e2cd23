using System.Text.Json.Serialization;
using NewsAlerts.Archive.Segments;

namespace NewsAlerts.Archive;

/// <summary>How the documents of the archive are written: camel case, names of enumerations, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ItemBatch))]
[JsonSerializable(typeof(DeliveryRecord))]
[JsonSerializable(typeof(Catalog))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
