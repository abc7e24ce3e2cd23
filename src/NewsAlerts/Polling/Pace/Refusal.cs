using NewsAlerts.Configuration;

namespace NewsAlerts.Polling.Pace;

/// <summary>A feed whose server asked for fewer requests: by 429, or by <c>Retry-After</c>.</summary>
/// <param name="Domain">The registrable domain of the address that refused.</param>
/// <param name="Feed">The feed's configured address, hashed.</param>
/// <param name="Until">Until when the domain asks to be left alone, UTC.</param>
public sealed record Refusal(string Domain, string Feed, DateTimeOffset Until);
