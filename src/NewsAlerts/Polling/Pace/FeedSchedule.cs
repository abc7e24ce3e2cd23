using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Polling.Asking;

namespace NewsAlerts.Polling.Pace;

/// <summary>Decides when a feed is polled next.</summary>
internal static class FeedSchedule
{
    /// <summary>The longest <c>Retry-After</c> that we keep to.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(7);

    /// <summary>The longest that a feed, or the feeds of a domain, wait for their next poll.</summary>
    public static readonly TimeSpan LongestWait = LongestRetryAfter;

    private static readonly TimeSpan LeastAfterRefusal = TimeSpan.FromMinutes(15);

    // Some publishers answer 404 to everything for some hours, and are back as if nothing had been (YouTube does).
    private static readonly TimeSpan LongestWhileMissing = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestMissing = TimeSpan.FromDays(7);

    // A timer that rings every minute must find due what was polled a minute ago and a moment later.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    // Polls that can wait are put on common minutes, so that the feeds of a shard are polled in one round.
    private static readonly TimeSpan[] Grids = [TimeSpan.FromHours(1), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(5)];

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>
    /// After a poll that gave a feed: its interval later, less the little by which a timer may be early; not in hours and
    /// on days in which the feed says that it publishes nothing, unless its owner set the interval.
    /// </summary>
    /// <param name="feed">The feed.</param>
    /// <param name="state">What is known of it.</param>
    /// <param name="now">When it was polled, UTC.</param>
    /// <param name="phase">Where the common minutes of the feed's shard begin, so that shards take turns.</param>
    public static DateTimeOffset AfterSuccess(Feed feed, FeedState state, DateTimeOffset now, TimeSpan phase = default)
    {
        var pace = FeedPace.Of(feed, state, now);
        var interval = pace.Interval;
        if (pace.Base is { } start)
        {
            return SkipSilence(AfterUpdate(start, interval, now), state.Hints, now);
        }

        var slack = interval / 10;
        var due = now + interval - (slack < Slack ? slack : Slack);
        return feed.Every is null ? SkipSilence(Align(due, interval, phase, now), state.Hints, now) : due;
    }

    /// <summary>
    /// After failures in a row: the interval, doubled with each and spread by a tenth, up to 24 hours; a quarter of an
    /// hour at least after a refusal; never sooner than the server asked, unless it asked for more than a week. A feed that
    /// answers 404, and gave one within a week, is asked every hour at least, unless its interval is longer.
    /// </summary>
    /// <param name="feed">The feed.</param>
    /// <param name="state">Its state, the latest failure counted.</param>
    /// <param name="failure">The latest failure.</param>
    /// <param name="now">When it failed, UTC.</param>
    public static DateTimeOffset AfterFailure(Feed feed, FeedState state, FetchResult failure, DateTimeOffset now)
    {
        var (interval, _) = FeedPace.Of(feed, state, now);
        var first = failure.Outcome == FetchOutcome.Refused && interval < LeastAfterRefusal ? LeastAfterRefusal : interval;
        var doubled = first * Math.Pow(2, Math.Clamp(state.Failures - 1, 0, 16));
        var longest = !failure.IsMissing || !(now - state.Succeeded < LongestMissing) ? FeedPace.Longest
            : interval > LongestWhileMissing ? interval
            : LongestWhileMissing;
        var backOff = (doubled < longest ? doubled : longest) * Spread(feed.Url, state.Failures);
        var asked = failure.RetryAfter < LongestRetryAfter ? failure.RetryAfter.Value
            : failure.RetryAfter is null ? TimeSpan.Zero
            : LongestRetryAfter;
        return now + (backOff > asked ? backOff : asked);
    }

    // A minute after the feed says that it updates, so that it may be late by that.
    private static DateTimeOffset AfterUpdate(DateTimeOffset start, TimeSpan interval, DateTimeOffset now) =>
        start + (interval * (Math.Floor((now - start) / interval) + 1)) + Minute;

    // Feeds that failed together, as those of one host do, are not to come back together: nine tenths of the time, or
    // more up to the whole, by a name made of the feed, so that the same feed in the same state gets the same answer.
    private static double Spread(string url, int failures) =>
        0.9 + (0.1 * Convert.ToInt32(StableHash.Of($"{failures}\n{url}", 2), 16) / 0xffff);

    // The timer rings at whole minutes: a poll that comes a little later than the ring is not to miss the one that ends
    // its interval, as long as half of the interval is left. What can wait waits for the next common minute.
    private static DateTimeOffset Align(DateTimeOffset due, TimeSpan interval, TimeSpan phase, DateTimeOffset now)
    {
        var grid = Grids.FirstOrDefault(grid => grid <= interval / 4, Minute);
        var last = due - TimeSpan.FromTicks((due - phase).UtcTicks % grid.Ticks);
        var next = last == due ? due : last + grid;
        return interval / 4 < Minute && last - now >= interval / 2 ? last
            : next - now > FeedPace.Longest ? due
            : next;
    }

    // A feed whose hints leave no hour, or that is wrong about them, is still polled once a day.
    private static DateTimeOffset SkipSilence(DateTimeOffset due, PublishingHints? hints, DateTimeOffset now)
    {
        var next = due;
        while (hints is not null && (hints.SkipHours.Contains(next.Hour) || hints.SkipDays.Contains(next.DayOfWeek)))
        {
            next = new DateTimeOffset(next.UtcDateTime.Date, TimeSpan.Zero).AddHours(next.Hour + 1);
            if (next - now > FeedPace.Longest)
            {
                return due > now + FeedPace.Longest ? due : now + FeedPace.Longest;
            }
        }

        return next;
    }
}
