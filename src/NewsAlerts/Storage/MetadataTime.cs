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

    /// <summary>Writes times, to the second; nothing where there is none.</summary>
    public static void Add(this Dictionary<string, string> metadata, string key, IEnumerable<DateTimeOffset> times)
    {
        var seconds = times.Select(time => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)).ToList();
        if (seconds.Count > 0)
        {
            metadata[key] = string.Join(',', seconds);
        }
    }

    /// <summary>Reads times; empty where there is none.</summary>
    public static IReadOnlyList<DateTimeOffset> ReadTimes(this DocumentInfo info, string key) =>
        info.Metadata.TryGetValue(key, out var value)
            ? [.. value.Split(',').Select(seconds => DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)))]
            : [];

    /// <summary>Reads a time; null where there is none.</summary>
    public static DateTimeOffset? ReadTime(this DocumentInfo info, string key) =>
        info.Metadata.TryGetValue(key, out var value)
            ? DateTimeOffset.ParseExact(value, "O", CultureInfo.InvariantCulture)
            : null;
}
