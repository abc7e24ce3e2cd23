using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Messages;

namespace NewsAlerts.Delivery;

/// <summary>
/// Decides which of the alerts that wait go together in one delivery: as many as one message carries. Those that were held
/// are told as a digest.
/// </summary>
internal sealed class PlanDeliveries(ComposeAlerts compose, PlanDigest digest, TimeProvider time)
{
    private const int Window = 50;

    // Items that were merged long ago take their time to read: what was planned until then goes first.
    private static readonly TimeSpan LongestTime = TimeSpan.FromMinutes(1);

    /// <summary>Plans deliveries for the alerts that have waited longest.</summary>
    /// <param name="destination">Whom they are for.</param>
    /// <param name="channel">The destination's channel.</param>
    /// <param name="waiting">What waits for it, which is due.</param>
    /// <param name="count">The most deliveries to plan.</param>
    /// <param name="cancellationToken">Ends the work; nothing is decided then.</param>
    public async Task<IReadOnlyList<FreshDelivery>> RunAsync(
        Destination destination,
        IChannel channel,
        WaitingNow waiting,
        int count,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var pending = waiting.State.Pending;
        if (destination.Timing.Digests is not null
            || waiting.Counted.Count > 0
            || (pending.Count > 1 && SendClock.WereHeld(waiting.State, destination.Timing)))
        {
            return await digest.RunAsync(destination, channel, waiting, count, cancellationToken);
        }

        var planned = new List<FreshDelivery>();
        var composed = new List<Alert>();
        for (var start = 0; start < pending.Count && planned.Count < count && time.GetUtcNow() - now < LongestTime;)
        {
            var missing = pending.Skip(start + composed.Count).Take(Window - composed.Count);
            composed.AddRange(await compose.RunAsync(destination, missing, cancellationToken));
            var fitting = Math.Clamp(channel.CountThatFits(destination, composed), 1, composed.Count);
            var alerts = composed[..fitting];
            var delivery = new PlannedDelivery
            {
                Id = DeliveryId.Of(alerts.Select(alert => alert.Id)),
                Alerts = [.. pending.Skip(start).Take(fitting)],
                Planned = now,
                NotBefore = now,
            };
            planned.Add(new FreshDelivery(delivery, alerts));
            composed.RemoveRange(0, fitting);
            start += fitting;
        }

        return planned;
    }
}
