using NewsAlerts.Channels;

namespace NewsAlerts.Tests.Channels;

public class FitTests
{
    [Theory]
    [InlineData(10, 0, 1)]
    [InlineData(10, 1, 1)]
    [InlineData(10, 7, 7)]
    [InlineData(10, 10, 10)]
    [InlineData(10, 99, 10)]
    [InlineData(1, 99, 1)]
    public void Largest_LimitedCount_IsTheLastThatFits(int most, int limit, int expected) =>
        Assert.Equal(expected, Fit.Largest(most, count => count <= limit));
}
