using NewsAlerts.Channels;

namespace NewsAlerts.Subscriptions;

/// <summary>What a destination's name stands for now.</summary>
internal sealed record FoundDestination
{
    /// <summary>Whom it means and how to tell them; null where there is nobody (any more).</summary>
    public Destination? Destination { get; init; }

    /// <summary>Where a subscriber's destination is gone: what is told by the subscriber's other schedules.</summary>
    public IReadOnlyList<Subscription> Subscriptions { get; init; } = [];

    /// <summary>Why nobody is told there any more, as a sentence for a person; null where that is not known for sure.</summary>
    public string? Gone { get; init; }
}
