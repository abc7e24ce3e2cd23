namespace NewsAlerts.Subscriptions;

/// <summary>Whom a link is about, and what of theirs.</summary>
/// <param name="Reader">Who reads at the address: what a subscriber with it is, or would be, called (<see cref="Subscriber.Id"/>).</param>
internal sealed record LinkSubject(string Reader)
{
    /// <summary>The one subscription that it is about; null for all that there are.</summary>
    public string? Subscription { get; init; }

    /// <summary>The destination of alerts.yaml that it is about; null where the reader has subscribed.</summary>
    public string? Destination { get; init; }
}
