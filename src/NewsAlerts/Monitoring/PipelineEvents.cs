using NewsAlerts.Delivery;
using NewsAlerts.Matching;
using NewsAlerts.Polling;

namespace NewsAlerts.Monitoring;

/// <summary>What all steps do, as they do it: for what is counted, and for what people see of a run.</summary>
internal sealed class PipelineEvents
{
    /// <summary>What polling does.</summary>
    public PollEvents Polls { get; } = new();

    /// <summary>What matching does.</summary>
    public MatchEvents Matches { get; } = new();

    /// <summary>What delivery does.</summary>
    public DeliveryEvents Deliveries { get; } = new();
}
