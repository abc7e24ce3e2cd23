using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery.State;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Delivery;

/// <summary>
/// Run by a timer: wakes the destinations that something is due for: a digest, what quiet hours have held, whatever should
/// have been sent and was not, since the message that was to wake them became poison. And those that the configuration
/// tells at other times now, or that were disabled and have another address. And those that are dead, and for which something
/// waits for longer than it is kept. A run that is missed is made up for by the next.
/// </summary>
internal sealed class SendDigests(
    CurrentConfiguration configuration, DestinationStates states, StepMessages messages, TimeProvider time)
{
    // Whoever is to be woken by a message on its way is left to it. Where a sender ended before its lease was given back, there
    // may be none for as long as the host leaves the message to that sender.
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(1);

    // Whatever is due may come to lie in quiet hours, and a clock change lengthens them.
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(25);
    private static readonly TimeSpan Week = TimeSpan.FromDays(8);

    /// <summary>Wakes every destination that something is due for. Returns how many.</summary>
    public Task<int> RunAsync(CancellationToken cancellationToken) => WakeAsync(IsToBeWoken, completeGroup: false, cancellationToken);

    /// <summary>
    /// Completes the groups that are open, for a process that is about to end: what has come for a destination goes now,
    /// as one message. Returns for how many.
    /// </summary>
    public Task<int> CompleteGroupsAsync(CancellationToken cancellationToken) =>
        WakeAsync((listed, _, _) => listed.Next?.Wait == SendWait.Group, completeGroup: true, cancellationToken);

    private async Task<int> WakeAsync(
        Func<ListedDestination, Destination?, DateTimeOffset, bool> isToBeWoken, bool completeGroup, CancellationToken cancellationToken)
    {
        var snapshot = configuration.Snapshot;
        var now = time.GetUtcNow();
        var count = 0;
        await foreach (var listed in states.ListAsync(cancellationToken))
        {
            var destination = snapshot.FindDestination(listed.Name);
            var isKnown = destination is not null || SubscriberName.IsOne(listed.Name);
            if (isKnown && !Lease.Holds(listed.HeldUntil, now) && isToBeWoken(listed, destination, now))
            {
                var message = new WakeDestination { Destination = listed.Name, CompleteGroup = completeGroup };
                await messages.SendAsync(message, TimeSpan.Zero, cancellationToken);
                count++;
            }
        }

        return count;
    }

    private bool IsToBeWoken(ListedDestination listed, Destination? destination, DateTimeOffset now) =>
        listed.Oldest < now - configuration.Snapshot.Configuration.Settings.Keep || IsDue(listed, destination, now);

    // What is due further ahead than it can be was written down by a clock that was wrong.
    private static TimeSpan LongestWait(SendWait wait, Destination? destination, DateTimeOffset now) => Quiet + wait switch
    {
        SendWait.Digest when destination?.Timing is { Digests: { } digests, TimeZone: var zone } => digests.Next(now, zone) - now,
        SendWait.Digest or SendWait.QuietHours => Week,
        SendWait.Group or SendWait.Pace when destination?.Timing is { } timing => timing.Group + timing.Pace,
        SendWait.Group or SendWait.Pace => Week,
        _ => RetrySchedule.LongestWait,
    };

    // Who has subscribed is not looked up for this: another schedule is another destination.
    private static bool IsDue(ListedDestination listed, Destination? destination, DateTimeOffset now) => listed switch
    {
        { DisabledAddress: { } address } => destination is not null && address != destination.Fingerprint(),
        { Next: { } next } => next.At + (listed.HeldUntil is null ? Overdue : TimeSpan.Zero) <= now
            || next.At.IsTooFar(now, LongestWait(next.Wait, destination, now))
            || (destination is not null && listed.Timing != destination.Timing.Fingerprint()),
        _ => false,
    };
}
