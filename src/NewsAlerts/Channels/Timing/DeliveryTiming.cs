using NewsAlerts.Feeds;

namespace NewsAlerts.Channels.Timing;

/// <summary>When a destination is told.</summary>
public sealed record DeliveryTiming
{
    /// <summary>The time zone of a destination for which nothing else is said.</summary>
    public const string Utc = "UTC";

    private const int FingerprintBytes = 4;

    /// <summary>When its digests are due; null means that alerts go as they come.</summary>
    public SendSchedule? Digests { get; init; }

    /// <summary>The time zone that its times are in, by its id in the IANA database: UTC by default.</summary>
    public string TimeZone { get; init; } = Utc;

    /// <summary>The hours in which nothing is sent; null means none.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>The most messages in any hour, where alerts go as they come; null means as many as there are.</summary>
    public int? MostAnHour { get; init; }

    /// <summary>
    /// How long alerts are gathered after one that went at once, to follow as one message: 30 s by default; zero means not.
    /// </summary>
    public TimeSpan Group { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The least time between two messages; zero, by default, means that the receiver is to say when it is too much.</summary>
    public TimeSpan Pace { get; init; }

    /// <summary>Tells one timing from another, in a few characters.</summary>
    public string Fingerprint() => StableHash.Of(
        string.Join(
            '\n', Digests?.Every, Digests?.Day, Digests?.Time.Ticks, TimeZone, Quiet?.From.Ticks, Quiet?.To.Ticks, MostAnHour, Group.Ticks, Pace.Ticks),
        FingerprintBytes);
}
