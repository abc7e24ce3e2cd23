namespace NewsAlerts.Feeds.Text;

/// <summary>What a written date states: a day, the time since its start, and the offset from UTC.</summary>
internal readonly record struct DateParts(int Year, int Month, int Day, TimeSpan Time, TimeSpan Offset)
{
    /// <summary>The instant in UTC; null where there is no such month, or no month has such a day.</summary>
    public DateTimeOffset? ToInstant()
    {
        if (!IsDay(Year, Month, Day))
        {
            return null;
        }

        // June 31 is July 1: programs that add to the day of the month write such dates.
        var ticks = new DateTime(Year, Month, 1).Ticks + (TimeSpan.FromDays(Day - 1) + Time - Offset).Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>Whether there is such a day, be it beyond the end of a short month.</summary>
    public static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day is >= 1 and <= 31;

    /// <summary>A year of two digits in full (RFC 2822 §4.3).</summary>
    public static int FullYear(int year, int digits) =>
        digits > 2 ? year : year < 50 ? year + 2000 : year + 1900;
}
