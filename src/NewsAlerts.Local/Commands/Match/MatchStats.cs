using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsAlerts.Rules;

namespace NewsAlerts.Local.Commands.Match;

/// <summary>How fast items are matched: matching alone, from an item's strings to the rules, items in memory.</summary>
internal sealed record MatchStats
{
    private const double BytesInMegabyte = 1e6;

    private static readonly JsonSerializerOptions JsonOptions = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>How many rules there are.</summary>
    public required int Rules { get; init; }

    /// <summary>How many items there are.</summary>
    public required int Items { get; init; }

    /// <summary>How many threads matched.</summary>
    public required int Threads { get; init; }

    /// <summary>From the rules' text to rules ready to match, in seconds.</summary>
    [JsonPropertyName("load_s")]
    public required double LoadSeconds { get; init; }

    /// <summary>The memory that a rule takes once it is loaded, in bytes.</summary>
    [JsonPropertyName("bytes_per_rule")]
    public required double BytesPerRule { get; init; }

    /// <summary>Items a second: the median of the passes.</summary>
    [JsonPropertyName("items_per_s")]
    public required double ItemsPerSecond { get; init; }

    /// <summary>What half of the items took at most, in microseconds.</summary>
    [JsonPropertyName("p50_us")]
    public required double MedianMicroseconds { get; init; }

    /// <summary>What all but one in a hundred items took at most, in microseconds.</summary>
    [JsonPropertyName("p99_us")]
    public required double NinetyNinthMicroseconds { get; init; }

    /// <summary>What it takes to change, add or remove one rule: half of the changes took at most so long, in microseconds.</summary>
    [JsonPropertyName("change_p50_us")]
    public required double MedianChangeMicroseconds { get; init; }

    /// <summary>What all but one in a hundred changes took at most, in microseconds.</summary>
    [JsonPropertyName("change_p99_us")]
    public required double NinetyNinthChangeMicroseconds { get; init; }

    /// <summary>The most memory that the process held, in millions of bytes.</summary>
    [JsonPropertyName("peak_mb")]
    public required double PeakMegabytes { get; init; }

    /// <summary>Measures after a warm-up.</summary>
    public static MatchStats Measure(MatchLoading loading, IReadOnlyList<ItemText> items, int threads)
    {
        var matcher = loading.Rules.Matcher;
        var measurement = new MatchMeasurement((item, rules) => matcher.Match(item, rules), items, threads);
        measurement.Run();
        var changes = MatchChanges.Measure(matcher, items);
        using var process = Process.GetCurrentProcess();
        return new()
        {
            Rules = matcher.Count,
            Items = items.Count,
            Threads = threads,
            LoadSeconds = Math.Round(loading.Time.TotalSeconds, 3),
            BytesPerRule = Math.Round(loading.Bytes / (double)Math.Max(matcher.Count, 1), 1),
            ItemsPerSecond = Math.Round(measurement.ItemsPerSecond),
            MedianMicroseconds = Math.Round(measurement.MicrosecondsOf(0.5), 2),
            NinetyNinthMicroseconds = Math.Round(measurement.MicrosecondsOf(0.99), 2),
            MedianChangeMicroseconds = Math.Round(changes.MicrosecondsOf(0.5), 2),
            NinetyNinthChangeMicroseconds = Math.Round(changes.MicrosecondsOf(0.99), 2),
            PeakMegabytes = Math.Round(process.PeakWorkingSet64 / BytesInMegabyte, 1),
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, JsonOptions);
}
