using NewsAlerts.Delivery.State;

namespace NewsAlerts.Tests.Delivery.State;

public class RetryScheduleTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 5 * 60)]
    [InlineData(3, 30 * 60)]
    [InlineData(9, 24 * 3600)]
    [InlineData(50, 24 * 3600)]
    public void WaitAfter_Attempts_ScheduleAndUpToATenthMore(int attempts, int seconds)
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.InRange(RetrySchedule.WaitAfter(attempts, $"msg_{i}").TotalSeconds, seconds, seconds * 1.1);
        }
    }

    [Fact]
    public void WaitAfter_DeliveriesThatFailedTogether_SpreadOut() =>
        Assert.True(Enumerable.Range(0, 50).Select(i => RetrySchedule.WaitAfter(3, $"msg_{i}")).Distinct().Count() > 30);

    [Fact]
    public void MaxAttempts_Ten() => Assert.Equal(10, RetrySchedule.MaxAttempts);

    [Fact]
    public void Patience_LongerThanTheNinthAttemptCanBe()
    {
        var ninth = Enumerable.Range(1, 8).Aggregate(TimeSpan.Zero, (sum, attempt) => sum + RetrySchedule.WaitAfter(attempt, "msg_") * 1.1);

        Assert.True(RetrySchedule.Patience > ninth);
    }
}
