using System.Globalization;
using NodaTime;

namespace NewsAlerts.Alerts;

/// <summary>What a message says of itself where it is a digest, or a part of one: alerts that were held, told together.</summary>
/// <param name="From">When the time begins whose alerts it tells, UTC.</param>
/// <param name="Until">When that time ends, UTC.</param>
/// <param name="TimeZone">The reader's time zone, by its id in the IANA database.</param>
public sealed record Digest(DateTimeOffset From, DateTimeOffset Until, string TimeZone)
{
    /// <summary>Which part of the digest it is, from 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>How many parts the digest has.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>How many alerts of the time it only counts, since they were too many to show.</summary>
    public int More { get; init; }

    /// <summary>What it is, in a few words: <c>Digest of 20 Nov 22:00 to 21 Nov 07:00</c>.</summary>
    internal string Title
    {
        get
        {
            var zone = DateTimeZoneProviders.Tzdb[TimeZone];
            var (from, until) = (Local(From, zone), Local(Until, zone));
            var end = until.ToString(until.Date == from.Date ? "HH:mm" : "d MMM HH:mm", CultureInfo.InvariantCulture);
            var part = Parts > 1 ? $" ({Part} of {Parts})" : "";
            return string.Create(CultureInfo.InvariantCulture, $"Digest of {from:d MMM HH:mm} to {end}{part}");
        }
    }

    /// <summary>What it ends with; null where it shows everything.</summary>
    internal string? Closing => More == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"and {More} more");

    private static DateTime Local(DateTimeOffset time, DateTimeZone zone) =>
        Instant.FromDateTimeOffset(time).InZone(zone).ToDateTimeUnspecified();
}
