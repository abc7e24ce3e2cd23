using NewsAlerts.Channels.Timing;
using NewsAlerts.Delivery.State;

namespace NewsAlerts.Delivery;

/// <summary>Tells when a destination is sent something next: from its state and its timing alone.</summary>
internal static class SendClock
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>When something is sent next; null where nothing waits or the destination is disabled.</summary>
    public static SendTime? Next(DestinationState state, DeliveryTiming timing, DateTimeOffset now)
    {
        if (state.Disabled is not null)
        {
            return null;
        }

        var retries = state.Planned.Where(delivery => !delivery.IgnoresQuiet).Select(delivery => delivery.NotBefore);
        var alerts = OfPending(state, timing);
        var held = Earlier(alerts, retries.Any() ? new SendTime(retries.Min(), SendWait.Retry) : null);

        // What somebody asks for by hand is wanted now, quiet or not; and so is a notice.
        var asked = state.Planned.Where(delivery => delivery.IgnoresQuiet).Select(delivery => delivery.NotBefore);
        return Earlier(
            OutsideQuietHours(Paced(held, state, timing), timing, now),
            Paced(asked.Any() ? new SendTime(asked.Min(), SendWait.Retry) : null, state, timing));
    }

    /// <summary>
    /// When the alerts that wait are due, whatever the destination's health: at the first digest after the oldest came, or
    /// once its group is complete and the hour has room. Null where none waits.
    /// </summary>
    public static SendTime? OfPending(DestinationState state, DeliveryTiming timing)
    {
        if (state.OldestCame is not { } oldest)
        {
            return null;
        }

        var due = Unlimited(oldest, state, timing);
        return OutsideQuietHours(due.NotBefore(RoomAt(state, timing), SendWait.HourlyMost), timing, due.At);
    }

    /// <summary>Whether alerts may be decided now.</summary>
    public static bool IsDue(DestinationState state, DeliveryTiming timing, DateTimeOffset now) =>
        OfPending(state, timing) is { } due && due.At <= now && !IsQuiet(timing, now);

    /// <summary>Whether it is quiet now.</summary>
    public static bool IsQuiet(DeliveryTiming timing, DateTimeOffset now) => timing.Quiet?.EndAt(now, timing.TimeZone) is not null;

    /// <summary>Whether the alerts that wait were held back, so that they are told together: as a digest.</summary>
    public static bool WereHeld(DestinationState state, DeliveryTiming timing) =>
        timing.Digests is not null
        || (state.OldestCame is { } oldest && WasHeld(Unlimited(oldest, state, timing).At, state, timing))
        || state.Pending.Any(alert => IsQuiet(timing, alert.Came));

    /// <summary>How many more messages this hour has room for.</summary>
    public static int Room(DestinationState state, DeliveryTiming timing, DateTimeOffset now) =>
        timing is { MostAnHour: { } most, Digests: null } ? Math.Max(0, most - state.Sent.Count(sent => sent + Hour > now)) : int.MaxValue;

    private static bool WasHeld(DateTimeOffset due, DestinationState state, DeliveryTiming timing) =>
        RoomAt(state, timing) > due || IsQuiet(timing, due);

    private static SendTime Unlimited(DateTimeOffset oldest, DestinationState state, DeliveryTiming timing) =>
        timing.Digests is { } digests
            ? new SendTime(digests.Next(oldest, timing.TimeZone), SendWait.Digest)
            : new SendTime(oldest, SendWait.None).NotBefore(state.GroupSince + timing.Group, SendWait.Group);

    private static DateTimeOffset? RoomAt(DestinationState state, DeliveryTiming timing) =>
        timing is { MostAnHour: { } most, Digests: null } && state.Sent.Count >= most ? state.Sent[^most] + Hour : null;

    private static SendTime? Paced(SendTime? time, DestinationState state, DeliveryTiming timing) => time?
        .NotBefore(state.PausedUntil, Circuit.IsOpen(state.FailuresInRow) ? SendWait.Circuit : SendWait.Pause)
        .NotBefore(state.LastSend + timing.Pace, SendWait.Pace);

    private static SendTime? OutsideQuietHours(SendTime? time, DeliveryTiming timing, DateTimeOffset now)
    {
        if (time is null || timing.Quiet is not { } quiet)
        {
            return time;
        }

        var earliest = time.At > now ? time.At : now;
        return time.NotBefore(quiet.EndAt(earliest, timing.TimeZone), SendWait.QuietHours);
    }

    private static SendTime? Earlier(SendTime? one, SendTime? other) =>
        one is null || other?.At < one.At ? other : one;
}
