using NewsAlerts.Feeds;

namespace NewsAlerts.Subscriptions.Links;

/// <summary>Whom a link is about, and what of theirs.</summary>
/// <param name="Reader">Who reads at the address: what a subscriber with it is, or would be, called (<see cref="Subscriber.Id"/>).</param>
internal sealed record LinkSubject(string Reader)
{
    private const int KeyBytes = 8;

    /// <summary>The ids of the subscriptions that it is about, with commas between them, as the token has them; null for all that there are.</summary>
    public string? Subscriptions { get; init; }

    /// <summary>The destination of alerts.yaml that it is about; null where the reader has subscribed.</summary>
    public string? Destination { get; init; }

    /// <summary>Tells links apart that can end different subscriptions of one reader.</summary>
    public string Key => StableHash.Of(Subscriptions ?? "", KeyBytes);

    /// <summary>Whether it is about a subscription.</summary>
    public bool IsAbout(Subscription subscription) => Subscriptions is null || Subscriptions.Split(',').Contains(subscription.Id);
}
