using NodaTime;
using NodaTime.TimeZones;

namespace NewsAlerts.Channels.Timing;

/// <summary>Times of day in a time zone of the IANA database, as the moments that they are.</summary>
internal static class ZonedDay
{
    // A time that a clock change leaves out: the first moment after it.
    private static readonly ZoneLocalMappingResolver FirstOfTwo =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private static readonly ZoneLocalMappingResolver LastOfTwo =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The zone of an id.</summary>
    /// <exception cref="DateTimeZoneNotFoundException">There is none.</exception>
    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    /// <summary>The zone's date at a moment.</summary>
    public static LocalDate DateOf(DateTimeOffset moment, DateTimeZone zone) =>
        Instant.FromDateTimeOffset(moment).InZone(zone).Date;

    /// <summary>Whether the zone has that day: some left one out when they moved across the date line.</summary>
    public static bool Exists(LocalDate date, DateTimeZone zone) => DateOf(First(date, TimeOnly.MinValue, zone), zone) == date;

    /// <summary>The first moment at which it is that time; the first one after it, where that day leaves it out.</summary>
    public static DateTimeOffset First(LocalDate date, TimeOnly time, DateTimeZone zone) => Resolve(date, time, zone, FirstOfTwo);

    /// <summary>The last moment at which it is that time; the first one after it, where that day leaves it out.</summary>
    public static DateTimeOffset Last(LocalDate date, TimeOnly time, DateTimeZone zone) => Resolve(date, time, zone, LastOfTwo);

    private static DateTimeOffset Resolve(LocalDate date, TimeOnly time, DateTimeZone zone, ZoneLocalMappingResolver resolver) =>
        zone.ResolveLocal(date + LocalTime.FromTicksSinceMidnight(time.Ticks), resolver).ToInstant().ToDateTimeOffset();
}
