namespace NewsAlerts.Monitoring;

/// <summary>Whether the service does its work, in the few words that a probe needs. It holds no addresses and no secrets.</summary>
/// <param name="Problems">What somebody should look at: the same that <c>alerts status</c> shows; empty where all is well.</param>
internal sealed record ServiceHealth(IReadOnlyList<HealthProblem> Problems)
{
    /// <summary>Whether there is nothing that somebody should look at.</summary>
    public bool IsWell => Problems.Count == 0;

    /// <summary>Where the configuration comes from that holds; null where there is none to work with, or nobody knows.</summary>
    public string? Origin { get; init; }

    /// <summary>Since when it holds in the process that answers, UTC; null where nobody knows.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How many mistakes the newest configuration is refused for; 0 where it holds.</summary>
    public int Mistakes { get; init; }

    /// <summary>How many shards of feeds there are.</summary>
    public int Shards { get; init; }

    /// <summary>How many of them wait to be polled.</summary>
    public int DueShards { get; init; }

    /// <summary>For how long the one that was polled before, and waits longest, has waited.</summary>
    public TimeSpan LatePolls { get; init; }
}
