using NewsAlerts.Messages;

namespace NewsAlerts.Tests.Messages;

public class AgeTests
{
    [Theory]
    [InlineData("00:00:00", "just now")]
    [InlineData("00:00:59", "just now")]
    [InlineData("00:01:00", "1 min ago")]
    [InlineData("00:59:59", "59 min ago")]
    [InlineData("01:00:00", "1 h ago")]
    [InlineData("23:59:59", "23 h ago")]
    [InlineData("1.00:00:00", "1 day ago")]
    [InlineData("400.00:00:00", "400 days ago")]
    [InlineData("-00:00:30", "just now")]
    [InlineData("-02:30:00", "in 2 h")]
    public void Of_Time_IsSaidAsPeopleDo(string age, string expected)
    {
        var now = new DateTimeOffset(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);

        Assert.Equal(expected, Age.Of(now - TimeSpan.Parse(age, System.Globalization.CultureInfo.InvariantCulture), now));
    }
}
