namespace NewsAlerts.Items.Text;

/// <summary>What a written date states: a day, the time since its start, and the offset from UTC.</summary>
internal readonly record struct DateParts(int Year, int Month, int Day, TimeSpan Time, TimeSpan Offset)
{
    /// <summary>The instant in UTC; null where the calendar has no such day.</summary>
    public DateTimeOffset? ToInstant()
    {
        if (Year is < 1 or > 9999 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month))
        {
            return null;
        }

        var ticks = new DateTime(Year, Month, Day).Ticks + (Time - Offset).Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>A year of two digits in full (RFC 2822 §4.3).</summary>
    public static int FullYear(int year, int digits) =>
        digits > 2 ? year : year < 50 ? year + 2000 : year + 1900;
}
