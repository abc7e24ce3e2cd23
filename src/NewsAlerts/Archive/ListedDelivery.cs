using NewsAlerts.Channels;

namespace NewsAlerts.Archive;

/// <summary>A delivery as listed.</summary>
/// <param name="Destination">The destination's name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Alerts">How many alerts it tells.</param>
/// <param name="At">When it was tried last, UTC.</param>
internal sealed record ListedDelivery(string Destination, DeliveryStatus Status, int Alerts, DateTimeOffset At);
