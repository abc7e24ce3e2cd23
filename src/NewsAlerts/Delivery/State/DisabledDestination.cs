namespace NewsAlerts.Delivery.State;

/// <summary>Why a destination is sent nothing.</summary>
/// <param name="Reason">The reason, as a sentence for a person.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Address">A fingerprint of the address that it was; another address is tried again.</param>
public sealed record DisabledDestination(string Reason, DateTimeOffset Since, string Address);
