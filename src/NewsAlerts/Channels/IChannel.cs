using NewsAlerts.Messages;

namespace NewsAlerts.Channels;

/// <summary>A way to tell a destination: one for each type of destination.</summary>
public interface IChannel
{
    /// <summary>The <see cref="Destination.Type"/> that it serves.</summary>
    string Type { get; }

    /// <summary>
    /// Whether people read it: a long digest then ends with how many more there are, where a program gets every alert.
    /// </summary>
    bool IsForPeople { get; }

    /// <summary>
    /// How many of the first alerts one message can carry within the channel's limits: at least 1, since a single
    /// alert is always made to fit.
    /// </summary>
    /// <param name="destination">Whom it is for.</param>
    /// <param name="alerts">The alerts, in the order in which they are told.</param>
    /// <param name="digest">What the message says as a digest; null where it is none.</param>
    int CountThatFits(Destination destination, IReadOnlyList<Alert> alerts, Digest? digest = null);

    /// <summary>
    /// Tries once to deliver. Every answer of the receiver, and its absence, is a result; only cancellation throws.
    /// </summary>
    Task<DeliveryResult> SendAsync(Destination destination, OutgoingMessage delivery, CancellationToken cancellationToken);
}
