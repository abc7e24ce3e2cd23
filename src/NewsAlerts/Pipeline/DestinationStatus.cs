namespace NewsAlerts.Pipeline;

/// <summary>How the deliveries to a destination are.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its channel.</param>
/// <param name="Delivered">How many alerts it was told in the last 24 hours.</param>
/// <param name="LastDelivery">When it was told last in that time, UTC; null where it was not.</param>
/// <param name="Waiting">How many alerts wait.</param>
/// <param name="NextTry">When what waits is tried next, UTC; null where nothing waits.</param>
/// <param name="Problem">Why the last attempt failed; null where it did not.</param>
/// <param name="Disabled">Why nothing is sent until its address changes; null where it is well.</param>
internal sealed record DestinationStatus(
    string Name,
    string Type,
    int Delivered,
    DateTimeOffset? LastDelivery,
    int Waiting,
    DateTimeOffset? NextTry,
    string? Problem,
    string? Disabled)
{
    /// <summary>What keeps what waits, and until when, in the destination's time zone: "held until 07:00 (quiet hours)"; null where nothing does.</summary>
    public string? Held { get; init; }

    /// <summary>Why nothing is sent: its reader has unsubscribed it; null where nobody has.</summary>
    public string? Suppressed { get; init; }
}
