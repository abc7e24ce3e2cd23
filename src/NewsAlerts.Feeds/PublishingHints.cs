namespace NewsAlerts.Feeds;

/// <summary>What a feed says about when to come back and who announces its changes.</summary>
public sealed record PublishingHints
{
    /// <summary>The element by which <see cref="UpdateInterval"/> is stated.</summary>
    public const string UpdateElement = "sy:updatePeriod";

    /// <summary>How long the document may be kept (RSS 2.0 <c>ttl</c>, stated in minutes).</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Hours of the day, 0 to 23 in GMT, in which nothing is published (RSS <c>skipHours</c>).</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>Days of the week, in GMT, on which nothing is published (RSS <c>skipDays</c>).</summary>
    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];

    /// <summary>The time between updates (RSS 1.0 syndication module: <c>sy:updatePeriod</c> by <c>sy:updateFrequency</c>).</summary>
    public TimeSpan? UpdateInterval { get; init; }

    /// <summary>A time from which the updates are counted, UTC (<c>sy:updateBase</c>).</summary>
    public DateTimeOffset? UpdateBase { get; init; }

    /// <summary>The hubs that announce changes (WebSub §4, link relation <c>hub</c>).</summary>
    public IReadOnlyList<string> Hubs { get; init; } = [];

    /// <summary>The feed's own address (link relation <c>self</c>), which is the topic to ask a hub for.</summary>
    public string? Self { get; init; }
}
