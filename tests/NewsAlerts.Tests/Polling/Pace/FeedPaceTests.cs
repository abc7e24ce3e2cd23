using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Pace;

namespace NewsAlerts.Tests.Polling.Pace;

public class FeedPaceTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly Feed Feed = new() { Url = "https://example.org/feed" };
    private static readonly FeedState State = new() { Url = Feed.Url };

    [Fact]
    public void Of_NothingKnown_FifteenMinutes() => Check(State, 15, "it is not known yet how often it publishes");

    [Fact]
    public void Of_OwnerSetIt_NothingElseCounts()
    {
        var state = State with { Hints = new PublishingHints { TimeToLive = TimeSpan.FromHours(3) }, Haste = 2, Rhythm = Rhythm(1) };

        var pace = FeedPace.Of(Feed with { Every = TimeSpan.FromMinutes(7) }, state, Now);

        Assert.Equal(new FeedPace(TimeSpan.FromMinutes(7), "set in alerts.yaml"), pace);
    }

    [Theory]
    [InlineData(1, 1, "1 min")]
    [InlineData(4, 2, "4 min")]
    [InlineData(60, 20, "60 min")]
    [InlineData(24 * 60, 40, "24 h, mostly at this hour")]
    [InlineData(30 * 24 * 60, 240, "30 days, mostly at this hour")]
    public void Of_Rhythm_TheMoreOftenItPublishesTheMoreOftenItIsPolled(int minutesBetween, int minutes, string about) =>
        Check(State with { Rhythm = Rhythm(minutesBetween) }, minutes, $"publishes about every {about}");

    [Theory]
    [InlineData(90, 90)]
    [InlineData(14 * 24 * 60, 24 * 60)]
    [InlineData(1, 2)]
    public void Of_Ttl_NotSoonerAndOnceADay(int asked, int minutes)
    {
        var pace = FeedPace.Of(
            Feed, State with { Rhythm = Rhythm(4), Hints = new PublishingHints { TimeToLive = TimeSpan.FromMinutes(asked) } }, Now);

        Assert.Equal(TimeSpan.FromMinutes(minutes), pace.Interval);
    }

    [Fact]
    public void Of_FreshForLonger_TheLongerIsNamed()
    {
        var hints = new PublishingHints { TimeToLive = TimeSpan.FromMinutes(30) };
        var freshness = new Freshness(TimeSpan.FromMinutes(45), "Cache-Control");

        Check(State with { Hints = hints }, 30, "the feed asks for it (ttl)");
        Check(State with { Hints = hints, Freshness = freshness }, 45, "the feed asks for it (Cache-Control)");
    }

    [Theory]
    [InlineData(50, 60, "the feed asks for it (sy:updatePeriod)")]
    [InlineData(20, 8, "publishes about every 20 min")]
    public void Of_UpdatePeriod_HeardUnlessItPublishesTwiceAsOften(int minutesBetween, int minutes, string reason) => Check(
        State with { Rhythm = Rhythm(minutesBetween), Hints = new PublishingHints { UpdateInterval = TimeSpan.FromHours(1) } },
        minutes,
        reason);

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 15)]
    public void Of_ItemsMayHaveBeenLost_SoonerThanTheFeedAsks(int haste, int minutes) => Check(
        State with { Haste = haste, Hints = new PublishingHints { TimeToLive = TimeSpan.FromHours(1) } },
        minutes,
        "items may have been lost at a slower pace");

    private static void Check(FeedState state, int minutes, string reason) =>
        Assert.Equal(new FeedPace(TimeSpan.FromMinutes(minutes), reason), FeedPace.Of(Feed, state, Now));

    // Two hundred publications at an even distance.
    private static PublishingRhythm Rhythm(int minutesBetween)
    {
        var start = Now.AddMinutes(-201 * minutesBetween);
        var times = Enumerable.Range(0, 200).Select(number => start.AddMinutes(number * minutesBetween));
        return new PublishingRhythm { Until = start }.Watch(times, Now);
    }
}
