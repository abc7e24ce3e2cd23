using NewsAlerts.Channels.Timing;
using NewsAlerts.Configuration.Values;
using NewsAlerts.Feeds;
using NodaTime;

namespace NewsAlerts.Subscriptions;

/// <summary>When a subscription is told. A subscriber has one destination for each of them.</summary>
/// <param name="Key">Names it, for months.</param>
/// <param name="Digests">When its digests are due; null means that alerts go as they come.</param>
/// <param name="TimeZone">The time zone of its times, by its id in the IANA database.</param>
internal sealed record SubscriptionSchedule(string Key, SendSchedule? Digests, string TimeZone)
{
    private const int KeyBytes = 4;

    /// <summary>The schedule of a subscription; null where its words mean nothing (any more).</summary>
    public static SubscriptionSchedule? Of(Subscription subscription) =>
        ScheduleText.Check(subscription.Send) is null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(subscription.TimeZone) is not null
            ? new(KeyOf(subscription), ScheduleText.Parse(subscription.Send), subscription.TimeZone)
            : null;

    /// <summary>
    /// Eight lower-case hexadecimal digits: the first bytes of the SHA-256 of the schedule and the time zone as written, with a
    /// line feed between. Stored with what waits, so this rule must never change.
    /// </summary>
    public static string KeyOf(Subscription subscription) =>
        StableHash.Of($"{subscription.Send}\n{subscription.TimeZone}", KeyBytes);

    /// <summary>When what comes now is told.</summary>
    public DateTimeOffset NextAt(DateTimeOffset now) => Digests?.Next(now, TimeZone) ?? now;
}
