using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Delivery;
using NewsAlerts.Delivery.State;

namespace NewsAlerts.Monitoring;

/// <summary>How the deliveries to a destination are.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its channel; null where the configuration is not known, which says it.</param>
/// <param name="Delivered">How many alerts it was told in the last 24 hours.</param>
/// <param name="LastDelivery">When it was told last in that time, UTC; null where it was not.</param>
/// <param name="Waiting">How many alerts wait.</param>
/// <param name="NextTry">When what waits is tried next, UTC; null where nothing waits.</param>
/// <param name="Problem">Why the last attempt failed; null where it did not.</param>
/// <param name="Disabled">Why nothing is sent until its address changes; null where it is well.</param>
internal sealed record DestinationStatus(
    string Name,
    string? Type,
    int Delivered,
    DateTimeOffset? LastDelivery,
    int Waiting,
    DateTimeOffset? NextTry,
    string? Problem,
    string? Disabled)
{
    /// <summary>What keeps what waits, and until when, in the destination's time zone: "held until 07:00 (quiet hours)"; null where nothing does.</summary>
    public string? Held { get; init; }

    /// <summary>Why nothing is sent: its reader has unsubscribed it; null where nobody has.</summary>
    public string? Suppressed { get; init; }

    /// <summary>How the deliveries to a configured destination are.</summary>
    /// <param name="destination">The destination.</param>
    /// <param name="state">What waits for it; null where nothing was ever to be sent to it.</param>
    /// <param name="deliveries">Its deliveries of the last 24 hours.</param>
    /// <param name="now">The time, UTC.</param>
    public static DestinationStatus Of(
        Destination destination, DestinationState? state, IEnumerable<ListedDelivery> deliveries, DateTimeOffset now)
    {
        state = state?.AsOf(now);
        var next = state?.NextSend(destination.Timing, now);
        return Of(state ?? new DestinationState { Destination = destination.Name }, deliveries) with
        {
            Type = destination.Type,
            NextTry = next is null || next.At > now ? next?.At : now,
            Disabled = state?.EnableIfMoved(destination).Disabled?.Reason,
            Held = HoldText.Of(next, destination.Timing, state?.FailuresInRow ?? 0, now),
        };
    }

    /// <summary>How the deliveries to a destination are, where its configuration is not known: by what was last written down.</summary>
    public static DestinationStatus OfStored(DestinationState state, IEnumerable<ListedDelivery> deliveries, DateTimeOffset now) =>
        Of(state, deliveries) with
        {
            NextTry = state.Next?.At < now ? now : state.Next?.At,
            Disabled = state.Disabled?.Reason,
        };

    private static DestinationStatus Of(DestinationState state, IEnumerable<ListedDelivery> deliveries)
    {
        var delivered = deliveries.Where(delivery => delivery.Status == DeliveryStatus.Delivered).ToList();
        return new DestinationStatus(
            state.Destination,
            Type: null,
            delivered.Sum(delivery => delivery.Alerts),
            delivered.Count == 0 ? null : delivered.Max(delivery => delivery.At),
            state.Undelivered,
            NextTry: null,
            state.Problem,
            Disabled: null);
    }
}
