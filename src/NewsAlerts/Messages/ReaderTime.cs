using System.Globalization;
using NewsAlerts.Messages.Texts;
using NodaTime;

namespace NewsAlerts.Messages;

/// <summary>Moments as a reader's clock shows them.</summary>
internal static class ReaderTime
{
    /// <summary>What the clock shows in a time zone of the IANA database.</summary>
    public static DateTime Local(DateTimeOffset moment, string timeZone) => In(moment, timeZone).ToDateTimeUnspecified();

    /// <summary>
    /// Day, time of day, and how far that is from UTC, so that it holds wherever a message is read and forwarded to:
    /// <c>21 Nov 2026, 10:27 (UTC+1)</c>. Abbreviations such as IST or CST mean several zones, so there are none.
    /// </summary>
    public static string Of(DateTimeOffset moment, string timeZone, Language language)
    {
        var local = In(moment, timeZone);
        var text = language.Time(local.ToDateTimeUnspecified());
        return local.Offset == Offset.Zero ? $"{text} UTC" : $"{text} (UTC{Signed(local.Offset.ToTimeSpan())})";
    }

    private static ZonedDateTime In(DateTimeOffset moment, string timeZone) =>
        Instant.FromDateTimeOffset(moment).InZone(DateTimeZoneProviders.Tzdb[timeZone]);

    private static string Signed(TimeSpan offset)
    {
        var format = offset.Minutes == 0 ? @"%h" : @"h\:mm";
        return (offset < TimeSpan.Zero ? "\u2212" : "+") + offset.ToString(format, CultureInfo.InvariantCulture);
    }
}
