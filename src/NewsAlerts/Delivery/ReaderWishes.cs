using NewsAlerts.Archive;
using NewsAlerts.Channels;

namespace NewsAlerts.Delivery;

/// <summary>Whether the reader of a destination wants a delivery.</summary>
internal static class ReaderWishes
{
    /// <summary>Whether its subscriber follows nothing (any more) that a delivery contains.</summary>
    public static bool IsUnwanted(this Destination destination, PlannedDelivery delivery) =>
        delivery.Alerts.Count > 0 && delivery.Alerts.All(alert => alert.Rules.All(destination.IsUnwanted));

    /// <summary>
    /// Whether a delivery answers what somebody has entered on a page, of whom nobody knows whether the address is theirs: that it
    /// fails concerns nobody else.
    /// </summary>
    public static bool IsAsked(this Destination destination, PlannedDelivery delivery) =>
        destination.IsSubscriber && delivery.Notice is not null;
}
