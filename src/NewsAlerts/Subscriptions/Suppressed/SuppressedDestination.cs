namespace NewsAlerts.Subscriptions.Suppressed;

/// <summary>A destination of alerts.yaml that its reader has unsubscribed.</summary>
/// <param name="Name">The destination's name.</param>
/// <param name="At">When that was, UTC.</param>
internal sealed record SuppressedDestination(string Name, DateTimeOffset At)
{
    /// <summary>The names of the other destinations that the address had then, which its reader has kept.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];
}
