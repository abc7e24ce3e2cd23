using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Messages;

namespace NewsAlerts.Delivery;

/// <summary>A delivery that has just been planned, and what it shows: composed already, to find how much fits.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Alerts">The alerts that it shows.</param>
internal sealed record FreshDelivery(PlannedDelivery Delivery, IReadOnlyList<Alert> Alerts);
