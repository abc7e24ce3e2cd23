using NewsAlerts.Channels.Timing;

namespace NewsAlerts.Delivery.State;

/// <summary>A destination's state as listed.</summary>
/// <param name="Name">The destination's name.</param>
/// <param name="Next">When something is to be sent; null where nothing waits or it is disabled.</param>
/// <param name="Timing">The fingerprint of the timing that this comes from; null where it was not written down.</param>
/// <param name="HeldUntil">Until when somebody sends, UTC; null where nobody does.</param>
/// <param name="DisabledAddress">The fingerprint of the address that is disabled; null where it is well.</param>
internal sealed record ListedDestination(
    string Name, SendTime? Next, string? Timing, DateTimeOffset? HeldUntil, string? DisabledAddress)
{
    /// <summary>Since when every attempt has failed, UTC, while its circuit is open; null where it is not.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>When the oldest alert came that waits for it, UTC, where it fails or is disabled; null where it does not.</summary>
    public DateTimeOffset? Oldest { get; init; }

    /// <summary>How many alerts were dropped since they had waited too long for it.</summary>
    public int Dropped { get; init; }
}
