namespace NewsAlerts.Subscriptions;

/// <summary>
/// What somebody asks for from a page, of whom nobody knows yet whether the address is theirs: it is answered by an email to
/// it.
/// </summary>
internal sealed record SubscriptionRequest
{
    /// <summary>The id of the subscriber, known or not.</summary>
    public required string Reader { get; init; }

    /// <summary>The address, where it was entered; null where a link has named the reader.</summary>
    public string? Address { get; init; }

    /// <summary>The language that was asked for (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>What is to be subscribed; null where a link alone is asked for.</summary>
    public Subscription? Subscription { get; init; }

    /// <summary>The pending subscription for which a new link is asked; null where none is.</summary>
    public string? Pending { get; init; }

    /// <summary>When it was asked, UTC; so a request that comes twice counts once.</summary>
    public required DateTimeOffset At { get; init; }
}
