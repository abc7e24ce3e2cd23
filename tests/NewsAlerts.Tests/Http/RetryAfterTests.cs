using System.Globalization;
using NewsAlerts.Http;

namespace NewsAlerts.Tests.Http;

public class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Sat, 14 Mar 2026 09:01:00 GMT", 60)]
    [InlineData("0", null)]
    [InlineData("Sat, 14 Mar 2026 08:59:00 GMT", null)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    public void Read_Value_Wait(string value, int? seconds)
    {
        using var answer = new HttpResponseMessage();
        answer.Headers.TryAddWithoutValidation("Retry-After", value);

        var wait = RetryAfter.Read(answer.Headers, Now);

        Assert.Equal(seconds, wait?.TotalSeconds is { } total ? Convert.ToInt32(total, CultureInfo.InvariantCulture) : null);
    }
}
