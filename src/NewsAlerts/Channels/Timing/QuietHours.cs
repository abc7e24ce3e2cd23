namespace NewsAlerts.Channels.Timing;

/// <summary>
/// The hours of the day in which nothing is sent, by the clock of the destination's time zone. Where a clock change makes
/// there be a time twice, they begin at the first and end at the last: what reads as quiet is quiet.
/// </summary>
/// <param name="From">When they begin.</param>
/// <param name="To">When they end; before <paramref name="From"/> it is a time of the next day.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>When they end, where they last at this moment; null where it is not quiet.</summary>
    public DateTimeOffset? EndAt(DateTimeOffset moment, string timeZone)
    {
        var zone = ZonedDay.Zone(timeZone);
        var today = ZonedDay.DateOf(moment, zone);

        // From the day before yesterday on, and the next day's too, for zones that left a whole day out: where the end falls
        // on that day, the next quiet hours begin at once.
        DateTimeOffset? end = null;
        for (var days = -2; days <= 1; days++)
        {
            var date = today.PlusDays(days);
            var last = ZonedDay.Last(To > From ? date : date.PlusDays(1), To, zone);
            if (ZonedDay.First(date, From, zone) <= moment && moment < last)
            {
                (end, moment) = (last, last);
            }
        }

        return end;
    }

    /// <summary>Whether it is quiet at a time of day.</summary>
    public bool Covers(TimeOnly time) => time.IsBetween(From, To);
}
