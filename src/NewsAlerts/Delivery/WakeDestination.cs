using NewsAlerts.Messages;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Delivery;

/// <summary>Wakes a destination: brings alerts for it, a notice, or a delivery to take up again, or only the time to send.</summary>
internal sealed record WakeDestination
{
    /// <summary>The destination's name.</summary>
    public required string Destination { get; init; }

    /// <summary>The archive document that holds the items of the alerts; null where it brings none.</summary>
    public string? Batch { get; init; }

    /// <summary>The alerts that it brings.</summary>
    public IReadOnlyList<AlertReference> Alerts { get; init; } = [];

    /// <summary>The delivery to take up again; null where it brings none.</summary>
    public DeliveryReference? Replay { get; init; }

    /// <summary>The notice that it brings; null where it brings none.</summary>
    public Notice? Notice { get; init; }

    /// <summary>What somebody asks for from a page, to be noted before its notice goes; null where it brings none.</summary>
    public SubscriptionRequest? Request { get; init; }

    /// <summary>Whether what waits is to be tried at once, whatever pause there is.</summary>
    public bool Now { get; init; }

    /// <summary>Whether what waits for a group to be complete is to go now.</summary>
    public bool CompleteGroup { get; init; }

    /// <summary>Since when whoever works on it has not known the destination, UTC; null where nobody has said so.</summary>
    public DateTimeOffset? UnknownSince { get; init; }

    /// <summary>
    /// The message that was given up, and is worked on once more with this one (<see cref="PoisonMessages"/>); null where none was.
    /// </summary>
    public string? Replayed { get; init; }

    /// <summary>The trace that it belongs to (W3C Trace Context §3.2); null where nobody listens.</summary>
    public string? Trace { get; init; }
}
