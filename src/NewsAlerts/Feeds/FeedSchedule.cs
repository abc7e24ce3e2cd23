namespace NewsAlerts.Feeds;

/// <summary>Decides when a feed is polled next.</summary>
internal static class FeedSchedule
{
    /// <summary>The longest time between two polls.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>The longest <c>Retry-After</c> that we keep to.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(7);

    /// <summary>After a poll that gave a feed: the feed's interval, counted from when it was due.</summary>
    public static DateTimeOffset AfterSuccess(Feed feed, DateTimeOffset? due, DateTimeOffset now)
    {
        var next = (due ?? now) + feed.Every;
        return next > now ? next : now + feed.Every;
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
