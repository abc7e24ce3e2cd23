using NewsAlerts.Feeds;

namespace NewsAlerts.Tests.Feeds;

public class FeedStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void WithNewItems_SameHour_AddsUp()
    {
        var state = new FeedState { Url = "u" }.WithNewItems(3, Now).WithNewItems(4, Now.AddMinutes(20));

        Assert.Equal(7, Assert.Single(state.NewItems).Count);
    }

    [Fact]
    public void WithNewItems_AfterADay_OldHoursAreGone()
    {
        var state = new FeedState { Url = "u" }.WithNewItems(3, Now).WithNewItems(1, Now.AddHours(23)).WithNewItems(0, Now.AddHours(24));

        Assert.Equal(1, state.NewItems.Sum(hour => hour.Count));
    }
}
