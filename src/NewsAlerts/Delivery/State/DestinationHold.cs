namespace NewsAlerts.Delivery.State;

/// <summary>The right to send to a destination.</summary>
/// <param name="Message">
/// The queue message that it is held for: the same message, come back after a crash, takes the hold over.
/// </param>
/// <param name="Token">Different for each hold.</param>
/// <param name="Until">When the hold ends by itself, UTC.</param>
public sealed record DestinationHold(string Message, string Token, DateTimeOffset Until);
