using NewsAlerts.Alerts.Texts;
using NodaTime;

namespace NewsAlerts.Alerts;

/// <summary>Moments as a reader's clock shows them.</summary>
internal static class ReaderTime
{
    /// <summary>What the clock shows in a time zone of the IANA database.</summary>
    public static DateTime Local(DateTimeOffset moment, string timeZone) =>
        Instant.FromDateTimeOffset(moment).InZone(DateTimeZoneProviders.Tzdb[timeZone]).ToDateTimeUnspecified();

    /// <summary>
    /// Day and time of day. A zone that is nobody's, since it never differs from UTC, is named; a reader's own needs no name.
    /// </summary>
    public static string Of(DateTimeOffset moment, string timeZone, ILanguage language)
    {
        var zone = DateTimeZoneProviders.Tzdb[timeZone];
        var text = language.Time(Local(moment, timeZone));
        return zone.MinOffset == Offset.Zero && zone.MaxOffset == Offset.Zero ? $"{text} UTC" : text;
    }
}
