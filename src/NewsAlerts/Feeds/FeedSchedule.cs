namespace NewsAlerts.Feeds;

/// <summary>Decides when a feed is polled next.</summary>
internal static class FeedSchedule
{
    /// <summary>The longest time between two polls.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>The longest <c>Retry-After</c> that we keep to.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(7);

    // A timer that rings every minute must find due what was polled a minute ago and a moment later.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    /// <summary>After a poll that gave a feed: its interval, less the little by which a timer may be early.</summary>
    public static DateTimeOffset AfterSuccess(Feed feed, DateTimeOffset now)
    {
        var slack = feed.Every / 10;
        return now + feed.Every - (slack < Slack ? slack : Slack);
    }

    /// <summary>
    /// After failures in a row: the interval, doubled with each, up to 24 hours; never sooner than the server asked,
    /// unless it asked for more than a week.
    /// </summary>
    public static DateTimeOffset AfterFailure(Feed feed, int failures, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var doubled = feed.Every * Math.Pow(2, Math.Clamp(failures - 1, 0, 16));
        var backOff = doubled < Longest ? doubled : Longest;
        var asked = retryAfter < LongestRetryAfter ? retryAfter.Value : retryAfter is null ? TimeSpan.Zero : LongestRetryAfter;
        return now + (backOff > asked ? backOff : asked);
    }
}
