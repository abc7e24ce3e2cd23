namespace NewsAlerts.Storage;

/// <summary>A shard as listed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Due">When the first of its feeds is due, UTC; null where none is.</param>
/// <param name="ClaimedUntil">Until when somebody polls it, UTC; null where nobody does.</param>
internal sealed record ListedShard(string Name, DateTimeOffset? Due, DateTimeOffset? ClaimedUntil)
{
    /// <summary>Whether it is to be polled now.</summary>
    public bool IsDue(DateTimeOffset now) => Due <= now && !(ClaimedUntil > now);
}
