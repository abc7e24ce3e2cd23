namespace NewsAlerts.Channels;

/// <summary>The answer to an attempt to deliver, fit to be stored and shown: secrets are redacted.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why, as a sentence for a person; what the receiver said, for a delivered one.</param>
/// <param name="Status">The answer's status (HTTP or SMTP code); null where there was none.</param>
/// <param name="RetryAfter">How long the receiver asked us to wait; null where it did not.</param>
public sealed record DeliveryResult(
    DeliveryOutcome Outcome,
    string Reason,
    int? Status = null,
    TimeSpan? RetryAfter = null)
{
    /// <summary>Whether it was said of this message or its recipient, once a mail server had let us in: false by default.</summary>
    public bool IsOfMessage { get; init; }
}
