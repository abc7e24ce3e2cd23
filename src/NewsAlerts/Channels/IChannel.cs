using NewsAlerts.Alerts;

namespace NewsAlerts.Channels;

/// <summary>A way to tell a destination: one for each type of destination.</summary>
public interface IChannel
{
    /// <summary>The <see cref="Destination.Type"/> that it serves.</summary>
    string Type { get; }

    /// <summary>
    /// How many of the first alerts one message can carry within the channel's limits: at least 1, since a single
    /// alert is always made to fit.
    /// </summary>
    int CountThatFits(Destination destination, IReadOnlyList<Alert> alerts);

    /// <summary>
    /// Tries once to deliver. Every answer of the receiver, and its absence, is a result; only cancellation throws.
    /// </summary>
    Task<DeliveryResult> SendAsync(Destination destination, Delivery delivery, CancellationToken cancellationToken);
}
