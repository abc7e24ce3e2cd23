using NewsAlerts.Archive;
using NewsAlerts.Delivery.State;
using NewsAlerts.Messages;

namespace NewsAlerts.Delivery;

/// <summary>What deliveries are planned from: what waits in the destination's document, and what was read from its pages.</summary>
/// <param name="State">The state, with the alerts of the pages that were taken among those that are decided next.</param>
internal sealed record WaitingNow(DestinationState State)
{
    /// <summary>The pages that were taken.</summary>
    public IReadOnlyList<WaitingPage> Taken { get; init; } = [];

    /// <summary>What is still wanted of these.</summary>
    public IReadOnlyList<PendingAlert> Alerts { get; init; } = [];

    /// <summary>The pages of which a digest for people shows the newest and counts the rest.</summary>
    public IReadOnlyList<WaitingPage> Counted { get; init; } = [];

    /// <summary>The newest alerts of these, as many as a digest shows.</summary>
    public IReadOnlyList<PendingAlert> Newest { get; init; } = [];

    /// <summary>How many alerts these pages have that are still wanted.</summary>
    public int CountedAlerts { get; init; }

    /// <summary>
    /// Does to the latest state what was done to this one. Null where a page that was read does not wait any more as it was:
    /// somebody has added to it meanwhile, and it is to be read again.
    /// </summary>
    public DestinationState? ApplyTo(DestinationState latest) =>
        latest.HasPages(Taken.Concat(Counted)) ? latest.TakePages(Taken, Alerts, Counted) : null;
}
