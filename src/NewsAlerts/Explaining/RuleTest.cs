namespace NewsAlerts.Explaining;

/// <summary>What a query would have found in the past.</summary>
internal sealed record RuleTest
{
    /// <summary>The first time that was looked at, UTC: what was asked for, or the begin of the archive where that is later.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The last, UTC: now.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>When the first item was archived, UTC; null where none was.</summary>
    public DateTimeOffset? ArchiveBegins { get; init; }

    /// <summary>How many items were looked at.</summary>
    public int Items { get; init; }

    /// <summary>How many of them match.</summary>
    public int Matches { get; init; }

    /// <summary>How many of those would have alerted nobody, since they were old when their feed was polled first.</summary>
    public int Quiet { get; init; }

    /// <summary>How many alerts that would have been: the same article in several feeds is one.</summary>
    public int Alerts { get; init; }

    /// <summary>How many stories these are: articles under the same headline are one.</summary>
    public int Stories { get; init; }

    /// <summary>The alerts of each day, those without included, in order.</summary>
    public IReadOnlyList<DayCount> Days { get; init; } = [];

    /// <summary>The newest items that match, newest first, each article once.</summary>
    public IReadOnlyList<TestedItem> Newest { get; init; } = [];

    /// <summary>Words that are met beside them, and less often elsewhere, the most telling first.</summary>
    public IReadOnlyList<WordCount> Beside { get; init; } = [];
}
