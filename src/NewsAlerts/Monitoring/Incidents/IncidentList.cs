using NewsAlerts.Delivery;

namespace NewsAlerts.Monitoring.Incidents;

/// <summary>What is wrong with the service, and what is yet to be told of it.</summary>
internal sealed record IncidentList
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Incident> Open { get; init; } = [];

    /// <summary>Notices that are decided, and not yet on their way as far as anybody has written down.</summary>
    public IReadOnlyList<WakeDestination> Outbox { get; init; } = [];
}
