namespace NewsAlerts.Monitoring.Incidents;

/// <summary>The past of every rule that has ever matched something.</summary>
internal sealed record RulePasts
{
    /// <summary>The rules' pasts.</summary>
    public IReadOnlyList<RulePast> Rules { get; init; } = [];

    /// <summary>The hour until which nobody's silence counts, since the service did not run; 0 where it always did.</summary>
    public long Excused { get; init; }
}
