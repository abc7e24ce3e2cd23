using NewsAlerts.Alerts;
using NewsAlerts.Channels;

namespace NewsAlerts.Pipeline;

/// <summary>A delivery that has just been planned, and what it shows: composed already, to find how much fits.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Alerts">The alerts that it shows.</param>
internal sealed record FreshDelivery(PlannedDelivery Delivery, IReadOnlyList<Alert> Alerts);
