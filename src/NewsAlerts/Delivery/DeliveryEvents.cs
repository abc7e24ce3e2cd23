using NewsAlerts.Archive;
using NewsAlerts.Messages;

namespace NewsAlerts.Delivery;

/// <summary>Shows what delivery does, as it does it. Nothing is decided here.</summary>
internal sealed class DeliveryEvents
{
    /// <summary>A delivery was tried: its record after that, and the alerts in it.</summary>
    public event Action<DeliveryRecord, IReadOnlyList<Alert>>? DeliveryTried;

    /// <summary>Raises <see cref="DeliveryTried"/>.</summary>
    public void Tried(DeliveryRecord record, IReadOnlyList<Alert> alerts) => DeliveryTried?.Invoke(record, alerts);
}
