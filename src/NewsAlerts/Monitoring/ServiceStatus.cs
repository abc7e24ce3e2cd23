using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Polling;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Monitoring;

/// <summary>How the service is.</summary>
/// <param name="Feeds">The configured feeds, in the order of the configuration.</param>
/// <param name="Queues">The queues, in the order of the flow.</param>
/// <param name="Destinations">The configured destinations, in the order of the configuration.</param>
/// <param name="Subscribers">How many people subscribe by themselves.</param>
internal sealed record ServiceStatus(
    IReadOnlyList<FeedStatus> Feeds,
    IReadOnlyList<QueueStatus> Queues,
    IReadOnlyList<DestinationStatus> Destinations,
    SubscriberCounts Subscribers)
{
    /// <summary>What is wrong, as far as it was noticed: the same that the destinations of <c>notifyOps</c> are told.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>When a runner was at work last; null where none ever was.</summary>
    public RunnerState? Runner { get; init; }

    /// <summary>The documents that could not be read and were set aside.</summary>
    public IReadOnlyList<DamagedDocument> Damaged { get; init; } = [];
}
