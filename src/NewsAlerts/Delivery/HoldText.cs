using System.Globalization;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Messages;

namespace NewsAlerts.Delivery;

/// <summary>What waits for a destination, and until when and why, in a few words and in its time zone.</summary>
internal static class HoldText
{
    /// <summary>The words; null where nothing is held: what can go now, or is only tried again.</summary>
    /// <param name="next">When something is sent next.</param>
    /// <param name="timing">The destination's timing.</param>
    /// <param name="failuresInRow">How often it has failed in a row.</param>
    /// <param name="now">The time, UTC.</param>
    public static string? Of(SendTime? next, DeliveryTiming timing, int failuresInRow, DateTimeOffset now)
    {
        if (next is null || next.At <= now)
        {
            return null;
        }

        var until = Time(next.At, timing.TimeZone, now);
        return next.Wait switch
        {
            SendWait.Digest => $"next digest {until}",
            SendWait.QuietHours => $"held until {until} (quiet hours)",
            SendWait.HourlyMost => $"held until {until} ({timing.MostAnHour} messages in an hour are the most)",
            SendWait.Group => $"held until {until} (to follow as one message)",
            SendWait.Circuit => $"{failuresInRow} failures in a row: one delivery is tried {until}",
            _ => null,
        };
    }

    private static string Time(DateTimeOffset time, string timeZone, DateTimeOffset now)
    {
        var (local, today) = (ReaderTime.Local(time, timeZone), ReaderTime.Local(now, timeZone));
        var format = (local.Date - today.Date).Days switch
        {
            _ when time - now < TimeSpan.FromHours(24) => "HH:mm",
            < 7 => "ddd HH:mm",
            _ => "d MMM HH:mm",
        };
        return local.ToString(format, CultureInfo.InvariantCulture);
    }
}
