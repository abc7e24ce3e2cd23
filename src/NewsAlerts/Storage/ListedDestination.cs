namespace NewsAlerts.Storage;

/// <summary>A destination's state as listed.</summary>
/// <param name="Name">The destination's name.</param>
/// <param name="NextSend">When there is something to send, UTC; null where nothing waits or it is disabled.</param>
/// <param name="HeldUntil">Until when somebody sends, UTC; null where nobody does.</param>
/// <param name="DisabledAddress">The fingerprint of the address that is disabled; null where it is well.</param>
internal sealed record ListedDestination(
    string Name, DateTimeOffset? NextSend, DateTimeOffset? HeldUntil, string? DisabledAddress);
