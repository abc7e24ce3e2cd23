using System.Net;
using NewsAlerts.Http;

namespace NewsAlerts.Tests.Http;

public class AskedWaitTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Retry-After", "30", 30)]
    [InlineData("Retry-After", "Sat, 14 Mar 2026 09:00:30 GMT", 30)]
    [InlineData("x-ratelimit-reset", "27", 27)]
    [InlineData("x-ratelimit-reset", "26.5", 27)]
    [InlineData("X-RateLimit-Reset", "1773478830", 30)]
    [InlineData("x-ratelimit-reset", "1773478829.5", 30)]
    [InlineData("x-rate-limit-reset", "1773478830000", 30)]
    [InlineData("RateLimit-Reset", "30", 30)]
    [InlineData("Cache-Control", "private, max-age=30", 30)]
    public void Read_TooManyRequests_EveryHeaderThatSaysWhen(string header, string value, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Read(429, (header, value)));

    [Theory]
    [InlineData("x-ratelimit-reset", "1773478700")]
    [InlineData("x-ratelimit-reset", "0")]
    [InlineData("x-ratelimit-reset", "-5")]
    [InlineData("x-ratelimit-reset", "soon")]
    [InlineData("x-ratelimit-reset", "1e300")]
    [InlineData("x-ratelimit-reset", "99999999999999999999")]
    [InlineData("Cache-Control", "no-store")]
    [InlineData("Cache-Control", "max-age=0")]
    public void Read_PastOrNoTime_Nothing(string header, string value) => Assert.Null(Read(429, (header, value)));

    [Fact]
    public void Read_SeveralHeaders_TheLongest() =>
        Assert.Equal(TimeSpan.FromSeconds(40), Read(429, ("Retry-After", "10"), ("x-ratelimit-reset", "40"), ("Cache-Control", "max-age=20")));

    [Fact]
    public void Read_AnotherStatus_RetryAfterAlone()
    {
        Assert.Null(Read(503, ("x-ratelimit-reset", "40"), ("Cache-Control", "max-age=20")));
        Assert.Equal(TimeSpan.FromSeconds(10), Read(503, ("Retry-After", "10"), ("Cache-Control", "max-age=20")));
    }

    private static TimeSpan? Read(int status, params (string Name, string Value)[] headers)
    {
        using var answer = new HttpResponseMessage((HttpStatusCode)status);
        foreach (var (name, value) in headers)
        {
            Assert.True(answer.Headers.TryAddWithoutValidation(name, value));
        }

        return AskedWait.Read(answer, Freshness.Read(answer, Now), Now);
    }
}
