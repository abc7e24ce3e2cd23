namespace NewsAlerts.Feeds;

/// <summary>A feed of a domain that refused us: 429 or 503.</summary>
/// <param name="Domain">The registrable domain of the address that refused.</param>
/// <param name="Feed">The feed's configured address, hashed.</param>
/// <param name="Until">Until when we leave the feed alone, UTC.</param>
public sealed record Refusal(string Domain, string Feed, DateTimeOffset Until);
