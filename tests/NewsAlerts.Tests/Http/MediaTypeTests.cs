using NewsAlerts.Http;
using NewsAlerts.Web.Pages;

namespace NewsAlerts.Tests.Http;

public class MediaTypeTests
{
    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData(" Application/JSON ; charset=utf-8", "application/json")]
    [InlineData("application/jsonfoo", "application/jsonfoo")]
    [InlineData(null, "")]
    public void Of_ContentType_TypeAndSubtypeAlone(string? header, string type) => Assert.Equal(type, MediaType.Of(header));

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8", "1")]
    [InlineData("application/x-www-form-urlencoded-not", null)]
    public void Form_ContentType_IsComparedExactly(string type, string? value)
    {
        var request = new PageRequest
        {
            Method = "POST",
            Path = "/",
            Headers = new Dictionary<string, string> { ["Content-Type"] = type },
            Body = "a=1"u8.ToArray(),
        };

        Assert.Equal(value, request.Form["a"]);
    }
}
