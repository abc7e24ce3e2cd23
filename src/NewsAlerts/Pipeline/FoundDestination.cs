using NewsAlerts.Channels;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Pipeline;

/// <summary>What a destination's name stands for now.</summary>
internal sealed record FoundDestination
{
    /// <summary>Whom it means and how to tell them; null where there is nobody (any more).</summary>
    public Destination? Destination { get; init; }

    /// <summary>
    /// Where somebody subscribed: what is told there; where the destination is gone, what is told elsewhere.
    /// </summary>
    public IReadOnlyList<Subscription> Subscriptions { get; init; } = [];

    /// <summary>Why nobody is told there any more, as a sentence for a person; null where that is not known for sure.</summary>
    public string? Gone { get; init; }

    /// <summary>Whether its subscriber does not follow that rule or query any more.</summary>
    public bool IsUnwanted(string rule) =>
        Destination?.IsSubscriber == true && !Subscriptions.Any(subscription => subscription.Name == rule);
}
