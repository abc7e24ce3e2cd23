using NewsAlerts.Local.Commands.Status;

namespace NewsAlerts.HostTests.Commands.Status;

public class DueTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    [Theory]
    [InlineData(-90, "now")]
    [InlineData(0, "now")]
    [InlineData(1, "in < 1 min")]
    [InlineData(60, "in 1 min")]
    [InlineData(7200, "in 2 h")]
    public void Of_TimeAhead_IsNeverJustNow(int seconds, string told) => Assert.Equal(told, Due.Of(Now.AddSeconds(seconds), Now));
}
