namespace NewsAlerts.Pipeline;

/// <summary>Whether the service does its work, in the few words that a probe needs. It holds no names, addresses or texts.</summary>
/// <param name="IsWell">Whether there is nothing that somebody should look at.</param>
/// <param name="Origin">Where the configuration comes from that holds; null where there is none to work with.</param>
/// <param name="Since">Since when it holds in the process that answers, UTC.</param>
/// <param name="Mistakes">How many mistakes the newest configuration is refused for; 0 where it holds.</param>
/// <param name="Shards">How many shards of feeds there are.</param>
/// <param name="DueShards">How many of them wait to be polled.</param>
/// <param name="LatePolls">For how long the one that was polled before, and waits longest, has waited.</param>
internal sealed record ServiceHealth(
    bool IsWell,
    string? Origin,
    DateTimeOffset Since,
    int Mistakes,
    int Shards,
    int DueShards,
    TimeSpan LatePolls);
