using NewsAlerts.Polling;
using NewsAlerts.Polling.Shards;

namespace NewsAlerts.Tests.Polling.Shards;

public sealed class ShardRhythmTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Join_PolledInOneRound_DueWithTheFirstOfThem()
    {
        FeedState[] feeds = [Polled("a", 0), Polled("b", 0.3), Polled("c", 1.2)];

        Assert.All(feeds, feed => Assert.Equal(feeds[0].Due, Join(feeds, feed).Due));
    }

    [Fact]
    public void Join_PolledInFiveDifferentMinutes_TogetherAfterTwoIntervals()
    {
        var feeds = Enumerable.Range(0, 5).Select(minute => Polled($"{minute}", minute - 5)).ToList();
        var polls = feeds.ToDictionary(feed => feed.Url, _ => new List<DateTimeOffset>());
        for (var now = Start; now < Start + (4 * Interval); now += Minute)
        {
            var due = feeds.Where(feed => feed.Due <= now).Select(feed => feed.Url).ToHashSet();
            feeds = [.. feeds.Select(feed => due.Contains(feed.Url) ? feed with { Polled = now, Due = now + Interval } : feed)];
            feeds = [.. feeds.Select(feed => due.Contains(feed.Url) ? Join(feeds, feed) : feed)];
            foreach (var url in due)
            {
                polls[url].Add(now);
            }
        }

        Assert.Single(feeds.Select(feed => feed.Due).Distinct());
        Assert.All(polls.Values, times =>
        {
            var waits = times.Zip(times.Skip(1), (one, next) => next - one).ToList();
            Assert.All(waits, wait => Assert.InRange(wait, Interval / 2, Interval));
            Assert.All(waits.Skip(2), wait => Assert.Equal(Interval, wait));
        });
    }

    [Fact]
    public void Join_OtherInterval_NothingChanges()
    {
        FeedState[] feeds = [Polled("hourly", 0) with { Due = Start + (12 * Interval) }, Polled("a", 0)];

        Assert.Equal(feeds[0], new ShardRhythm(feeds, url => url == "hourly" ? 12 * Interval : Interval).Join(feeds[0]));
    }

    [Fact]
    public void Join_FailedOnce_NothingChanges()
    {
        var failed = Polled("failed", 0.1) with { Failures = 1 };

        Assert.Equal(failed, Join([Polled("a", 0), failed], failed));
    }

    [Fact]
    public void Join_AskedToWaitLonger_WaitsAndNobodyJoinsIt()
    {
        FeedState[] feeds = [Polled("a", 0), Polled("asked", -4) with { Due = Start + (0.8 * Interval) }];

        Assert.Equal(feeds, feeds.Select(feed => Join(feeds, feed)));
    }

    [Fact]
    public void Join_NoIntervalOfItsOwn_NothingChanges()
    {
        FeedState[] feeds = [Polled("a", 0), Polled("b", 0.3)];

        Assert.Equal(feeds, feeds.Select(new ShardRhythm(feeds, _ => null).Join));
    }

    [Fact]
    public void Join_GoneForGood_NeverDue()
    {
        var gone = Polled("gone", 0) with { Failures = 1, Due = null };

        Assert.Null(Join([Polled("a", 0), gone], gone).Due);
    }

    private static FeedState Join(IReadOnlyList<FeedState> feeds, FeedState feed) => new ShardRhythm(feeds, _ => Interval).Join(feed);

    private static FeedState Polled(string url, double minute) =>
        new() { Url = url, Polled = Start + (minute * Minute), Due = Start + (minute * Minute) + Interval };
}
