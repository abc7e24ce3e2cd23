using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Asking;
using NewsAlerts.Polling.Pace;

namespace NewsAlerts.Tests.Polling.Pace;

public class FeedScheduleTests
{
    // A Saturday.
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly FeedState State = new() { Url = "https://example.org/feed" };
    private static readonly Feed Feed = new() { Url = State.Url, Every = TimeSpan.FromMinutes(5) };
    private static readonly FetchResult Failed = FetchResult.Failed("down");
    private static readonly Feed Unset = new() { Url = State.Url };

    [Theory]
    [InlineData(1, 0.9)]
    [InlineData(60, 55)]
    [InlineData(86400, 86395)]
    public void AfterSuccess_Interval_LessALittle(double every, double seconds)
    {
        var next = FeedSchedule.AfterSuccess(Feed with { Every = TimeSpan.FromSeconds(every) }, State, Now);

        Assert.Equal(Now + TimeSpan.FromSeconds(seconds), next);
    }

    [Theory]
    [InlineData(60, 0, 60)]
    [InlineData(60, 7, 67)]
    [InlineData(50, 0, 50)]
    [InlineData(44, 0, 45)]
    [InlineData(24 * 60, 7, 24 * 60)]
    public void AfterSuccess_LongInterval_CommonMinuteOfTheShardThatIsNotSooner(int asked, int phase, int minutes)
    {
        var state = State with { Freshness = new Freshness(TimeSpan.FromMinutes(asked), "Expires") };

        var next = FeedSchedule.AfterSuccess(Unset, state, Now, TimeSpan.FromMinutes(phase));

        Assert.InRange(next, Now + TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(5), Now + TimeSpan.FromMinutes(minutes));
    }

    [Theory]
    [InlineData(1, 7, 60)]
    [InlineData(1, 29, 60)]
    [InlineData(1, 50, 120)]
    [InlineData(2, 7, 120)]
    [InlineData(2, 59, 120)]
    public void AfterSuccess_ShortInterval_WholeMinuteThatLeavesHalfOfIt(int asked, int secondsLate, int seconds)
    {
        var state = State with { Freshness = new Freshness(TimeSpan.FromMinutes(asked), "Expires"), Rhythm = Busy() };

        Assert.Equal(Now.AddSeconds(seconds), FeedSchedule.AfterSuccess(Unset, state, Now.AddSeconds(secondsLate)));
    }

    [Theory]
    [InlineData(new[] { 9 }, new DayOfWeek[0], "2026-03-14T10:00Z")]
    [InlineData(new[] { 9, 10, 11 }, new DayOfWeek[0], "2026-03-14T12:00Z")]
    [InlineData(new int[0], new[] { DayOfWeek.Saturday }, "2026-03-15T00:00Z")]
    [InlineData(new int[0], new[] { DayOfWeek.Saturday, DayOfWeek.Sunday }, "2026-03-15T09:00Z")]
    [InlineData(new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23 }, new DayOfWeek[0], "2026-03-15T09:00Z")]
    public void AfterSuccess_TimeInWhichNothingIsPublished_LaterButOnceADay(int[] hours, DayOfWeek[] days, string expected)
    {
        var state = State with { Hints = new PublishingHints { SkipHours = hours, SkipDays = days } };

        Assert.Equal(DateTimeOffset.Parse(expected, null), FeedSchedule.AfterSuccess(Unset, state, Now));
    }

    [Theory]
    [InlineData("2000-01-01T06:30Z", 24, "2026-03-15T06:31Z")]
    [InlineData("2000-01-01T12:30Z", 24, "2026-03-14T12:31Z")]
    [InlineData("2030-01-01T12:30Z", 1, "2026-03-14T09:31Z")]
    [InlineData("2000-01-01T09:00Z", 1, "2026-03-14T10:01Z")]
    public void AfterSuccess_UpdateBase_AMinuteAfterTheNextUpdate(string start, int hours, string expected)
    {
        var hints = new PublishingHints { UpdateInterval = TimeSpan.FromHours(hours), UpdateBase = DateTimeOffset.Parse(start, null) };

        Assert.Equal(DateTimeOffset.Parse(expected, null), FeedSchedule.AfterSuccess(Unset, State with { Hints = hints }, Now));
    }

    private static PublishingRhythm Busy() => new PublishingRhythm { Until = Now.AddHours(-9) }
        .Watch(Enumerable.Range(0, 9 * 60).Select(minute => Now.AddHours(-9).AddMinutes(minute)), Now);

    [Fact]
    public void AfterSuccess_OwnerSetTheInterval_NothingIsSkipped()
    {
        var state = State with { Hints = new PublishingHints { SkipHours = [9], TimeToLive = TimeSpan.FromHours(5) } };

        Assert.Equal(Now + TimeSpan.FromSeconds(295), FeedSchedule.AfterSuccess(Feed, state, Now));
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(4, 40)]
    [InlineData(9, 1280)]
    [InlineData(10, 1440)]
    [InlineData(1000, 1440)]
    public void AfterFailure_FailuresInARow_DoublesUpToADay(int failures, int minutes)
    {
        var next = FeedSchedule.AfterFailure(Feed, State with { Failures = failures }, Failed, Now);

        Assert.InRange(next - Now, 0.9 * TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(minutes));
    }

    [Theory]
    [InlineData(1, 15)]
    [InlineData(3, 60)]
    public void AfterFailure_Refused_AQuarterOfAnHourAtLeast(int failures, int minutes)
    {
        var next = FeedSchedule.AfterFailure(Feed, State with { Failures = failures }, Failed with { Outcome = FetchOutcome.Refused }, Now);

        Assert.InRange(next - Now, 0.9 * TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(minutes));
    }

    [Theory]
    [InlineData(404, 1, 60)]
    [InlineData(404, 6 * 24, 60)]
    [InlineData(404, 8 * 24, 1440)]
    [InlineData(404, null, 1440)]
    [InlineData(500, 1, 1440)]
    public void AfterFailure_NotFoundThoughItWasThereThisWeek_AskedEveryHour(int status, int? hoursSinceSuccess, int minutes)
    {
        var state = State with { Failures = 30, Succeeded = hoursSinceSuccess is { } hours ? Now.AddHours(-hours) : null };

        var next = FeedSchedule.AfterFailure(Feed, state, Failed with { Status = status }, Now);

        Assert.InRange(next - Now, 0.9 * TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(minutes));
    }

    [Fact]
    public void AfterFailure_NotFoundAndPolledSeldom_NotSooner()
    {
        var seldom = Feed with { Every = TimeSpan.FromHours(6) };

        var next = FeedSchedule.AfterFailure(seldom, State with { Failures = 9, Succeeded = Now.AddHours(-7) }, Failed with { Status = 404 }, Now);

        Assert.InRange(next - Now, TimeSpan.FromHours(5.4), TimeSpan.FromHours(6));
    }

    [Fact]
    public void AfterFailure_FeedsThatFailedTogether_ComeBackOneByOne()
    {
        var feeds = Enumerable.Range(0, 100).Select(number => Feed with { Url = $"https://example.org/{number}" });

        var next = feeds.Select(feed => FeedSchedule.AfterFailure(feed, State with { Failures = 9 }, Failed, Now));

        Assert.InRange(next.Select(due => due.ToUnixTimeSeconds() / 60).Distinct().Count(), 50, 100);
    }

    [Theory]
    [InlineData(2, 4.5, 5)]
    [InlineData(60, 60, 60)]
    [InlineData(2 * 24 * 60, 2 * 24 * 60, 2 * 24 * 60)]
    [InlineData(30 * 24 * 60, 7 * 24 * 60, 7 * 24 * 60)]
    public void AfterFailure_RetryAfter_NeverSooner(int askedMinutes, double least, double most)
    {
        var next = FeedSchedule.AfterFailure(Feed, State with { Failures = 1 }, Failed with { RetryAfter = TimeSpan.FromMinutes(askedMinutes) }, Now);

        Assert.InRange(next - Now, TimeSpan.FromMinutes(least), TimeSpan.FromMinutes(most));
    }
}
