namespace NewsAlerts.Subscriptions.Suppressed;

/// <summary>Why nothing is sent to an address any more.</summary>
/// <param name="At">Since when, UTC.</param>
/// <param name="Reason">Why, as a sentence for a person.</param>
public sealed record Suspension(DateTimeOffset At, string Reason);
