using System.Globalization;

namespace NewsAlerts.Storage;

/// <summary>Times in a document's metadata.</summary>
internal static class MetadataTime
{
    /// <summary>Writes a time; nothing where there is none.</summary>
    public static void Add(this Dictionary<string, string> metadata, string key, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            metadata[key] = value.ToString("O", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Reads a time; null where there is none.</summary>
    public static DateTimeOffset? ReadTime(this DocumentInfo info, string key) =>
        info.Metadata.TryGetValue(key, out var value)
            ? DateTimeOffset.ParseExact(value, "O", CultureInfo.InvariantCulture)
            : null;
}
