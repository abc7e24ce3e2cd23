namespace NewsAlerts.Configuration.Editing;

/// <summary>A feed that cannot be added.</summary>
/// <param name="Feed">The feed; only the host of its address where that holds a password.</param>
/// <param name="Reason">Why, as what follows the address in a sentence: "is not a web address".</param>
internal sealed record RefusedFeed(NewFeed Feed, string Reason);
