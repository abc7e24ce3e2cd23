namespace NewsAlerts.Polling.Shards;

/// <summary>The right to poll a shard.</summary>
/// <param name="Message">
/// The queue message that it was claimed for: the same message, come back after a crash, takes the claim over.
/// </param>
/// <param name="Token">Different for each claim.</param>
/// <param name="Until">When the claim ends by itself, UTC.</param>
public sealed record PollClaim(string Message, string Token, DateTimeOffset Until);
