using NewsAlerts.Channels;

namespace NewsAlerts.Archive;

/// <summary>One attempt to deliver, and its answer.</summary>
/// <param name="At">When it was made, UTC.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Status">The answer's status; null where there was none.</param>
/// <param name="Reason">Why, as a sentence for a person.</param>
public sealed record DeliveryAttempt(DateTimeOffset At, DeliveryOutcome Outcome, int? Status, string Reason);
