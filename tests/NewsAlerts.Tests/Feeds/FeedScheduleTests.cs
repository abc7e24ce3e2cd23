using NewsAlerts.Feeds;

namespace NewsAlerts.Tests.Feeds;

public class FeedScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly Feed Feed = new() { Url = "https://example.org/feed", Every = TimeSpan.FromMinutes(5) };

    [Theory]
    [InlineData(1, 0.9)]
    [InlineData(60, 55)]
    [InlineData(86400, 86395)]
    public void AfterSuccess_Interval_LessALittle(double every, double seconds)
    {
        var next = FeedSchedule.AfterSuccess(Feed with { Every = TimeSpan.FromSeconds(every) }, Now);

        Assert.Equal(Now + TimeSpan.FromSeconds(seconds), next);
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
        var next = FeedSchedule.AfterFailure(Feed, failures, retryAfter: null, Now);

        Assert.Equal(Now + TimeSpan.FromMinutes(minutes), next);
    }

    [Theory]
    [InlineData(2, 5)]
    [InlineData(60, 60)]
    [InlineData(2 * 24 * 60, 2 * 24 * 60)]
    [InlineData(30 * 24 * 60, 7 * 24 * 60)]
    public void AfterFailure_RetryAfter_NeverSooner(int askedMinutes, int minutes)
    {
        var next = FeedSchedule.AfterFailure(Feed, 1, TimeSpan.FromMinutes(askedMinutes), Now);

        Assert.Equal(Now + TimeSpan.FromMinutes(minutes), next);
    }
}
