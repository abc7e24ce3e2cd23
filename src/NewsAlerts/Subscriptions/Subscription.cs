namespace NewsAlerts.Subscriptions;

/// <summary>What a subscriber wants to be told of, and when. Either a query of its own, or a rule of alerts.yaml.</summary>
public sealed record Subscription
{
    /// <summary>Tells it from the subscriber's others; never given again.</summary>
    public required string Id { get; init; }

    /// <summary>The query as written; null where it follows a rule.</summary>
    public string? Query { get; init; }

    /// <summary>The name of the rule that it follows; null where it has a query.</summary>
    public string? Rule { get; init; }

    /// <summary>What alerts call it: the query, or the rule's name.</summary>
    internal string Name => Query ?? Rule ?? "";

    /// <summary>When it is told, as alerts.yaml says it: <c>immediate</c>, <c>hourly</c>, <c>daily 08:00</c>, <c>weekly mon 08:00</c>.</summary>
    public required string Send { get; init; }

    /// <summary>The time zone of its times, by its id in the IANA database.</summary>
    public required string TimeZone { get; init; }
}
