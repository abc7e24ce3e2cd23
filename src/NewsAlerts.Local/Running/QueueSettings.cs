using System.Globalization;
using System.Text.Json;

namespace NewsAlerts.Local.Running;

/// <summary>The queue settings of host.json, with the meaning that the Functions host gives them.</summary>
internal sealed record QueueSettings
{
    /// <summary>How many messages are received at once: 1 to 32.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>At how many messages under way the next batch is received.</summary>
    public int NewBatchThreshold { get; init; } = 8;

    /// <summary>How often a message is tried before it is poison.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message that failed waits.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest time between two looks at an empty queue.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Reads the settings from the host.json beside the program.</summary>
    public static QueueSettings Load() => Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "host.json")));

    /// <summary>Reads <c>extensions.queues</c>; what it does not set keeps its default.</summary>
    /// <exception cref="InvalidDataException">A value is not what it should be; the message names it.</exception>
    public static QueueSettings Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var defaults = new QueueSettings();
        if (!document.RootElement.TryGetProperty("extensions", out var extensions)
            || !extensions.TryGetProperty("queues", out var queues))
        {
            return defaults;
        }

        return new QueueSettings
        {
            BatchSize = Number(queues, "batchSize", 1, 32) ?? defaults.BatchSize,
            NewBatchThreshold = Number(queues, "newBatchThreshold", 0, 1000) ?? defaults.NewBatchThreshold,
            MaxDequeueCount = Number(queues, "maxDequeueCount", 1, 1000) ?? defaults.MaxDequeueCount,
            VisibilityTimeout = Time(queues, "visibilityTimeout") ?? defaults.VisibilityTimeout,
            MaxPollingInterval = Time(queues, "maxPollingInterval") ?? defaults.MaxPollingInterval,
        };
    }

    private static int? Number(JsonElement queues, string name, int least, int most)
    {
        if (!queues.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw new InvalidDataException($"host.json: extensions.queues.{name} is a number from {least} to {most}");
    }

    private static TimeSpan? Time(JsonElement queues, string name)
    {
        if (!queues.TryGetProperty(name, out var value))
        {
            return null;
        }

        return TimeSpan.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero
            ? time
            : throw new InvalidDataException($"host.json: extensions.queues.{name} is a time such as 00:00:30");
    }
}
