using NodaTime;
using NodaTime.Extensions;

namespace NewsAlerts.Channels.Timing;

/// <summary>When the digests of a destination are due: hourly, daily or weekly, by the clock of its time zone.</summary>
/// <param name="Every">How often.</param>
/// <param name="Time">The time of day; midnight for an hourly one, which is due at every full hour.</param>
/// <param name="Day">The day of the week of a weekly one; null otherwise.</param>
public sealed record SendSchedule(SendEvery Every, TimeOnly Time = default, DayOfWeek? Day = null)
{
    // A week, a day that the zone left out, and room at both ends.
    private const int Days = 16;

    /// <summary>
    /// The first time after this one at which a digest is due. A time of day that a clock change leaves out is the first
    /// moment after it; one that there is twice is the first of the two. A day that the zone left out has no digest.
    /// </summary>
    public DateTimeOffset Next(DateTimeOffset after, string timeZone)
    {
        var zone = ZonedDay.Zone(timeZone);
        return Every == SendEvery.Hour
            ? NextFullHour(Instant.FromDateTimeOffset(after), zone).ToDateTimeOffset()
            // Yesterday's time of day may have been moved behind midnight.
            : Times(after, zone, from: -1, step: 1).First(due => due > after);
    }

    /// <summary>The last time up to this one at which a digest was due.</summary>
    public DateTimeOffset Last(DateTimeOffset upTo, string timeZone)
    {
        var zone = ZonedDay.Zone(timeZone);
        return Every == SendEvery.Hour
            ? LastFullHour(Instant.FromDateTimeOffset(upTo), zone).ToDateTimeOffset()
            : Times(upTo, zone, from: 0, step: -1).First(due => due <= upTo);
    }

    private IEnumerable<DateTimeOffset> Times(DateTimeOffset around, DateTimeZone zone, int from, int step)
    {
        var date = ZonedDay.DateOf(around, zone).PlusDays(from);
        return Enumerable.Range(0, Days)
            .Select(day => date.PlusDays(day * step))
            .Where(day => ZonedDay.Exists(day, zone) && (Day is null || day.DayOfWeek.ToDayOfWeek() == Day))
            .Select(day => ZonedDay.First(day, Time, zone));
    }

    // Some clocks change by half an hour (Lord Howe Island): from one full hour to the next may then be less than an hour, or more.
    private static Instant NextFullHour(Instant after, DateTimeZone zone)
    {
        var interval = zone.GetZoneInterval(after);
        var next = after - SinceFullHour(after, interval.WallOffset) + Duration.FromHours(1);
        return !interval.HasEnd || next < interval.End ? next
            : SinceFullHour(interval.End, zone.GetUtcOffset(interval.End)) == Duration.Zero ? interval.End
            : NextFullHour(interval.End, zone);
    }

    private static Instant LastFullHour(Instant upTo, DateTimeZone zone)
    {
        var interval = zone.GetZoneInterval(upTo);
        var last = upTo - SinceFullHour(upTo, interval.WallOffset);
        return interval.HasStart && last < interval.Start ? LastFullHour(interval.Start - Duration.FromTicks(1), zone) : last;
    }

    private static Duration SinceFullHour(Instant moment, Offset offset) =>
        Duration.FromTicks(moment.WithOffset(offset).TickOfDay % NodaConstants.TicksPerHour);
}
