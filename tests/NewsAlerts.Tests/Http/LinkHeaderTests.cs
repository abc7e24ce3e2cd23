using NewsAlerts.Http;

namespace NewsAlerts.Tests.Http;

public class LinkHeaderTests
{
    [Theory]
    [InlineData("<https://hub.example/>; rel=\"hub\"", "https://hub.example/")]
    [InlineData("<https://hub.example/>;rel=hub", "https://hub.example/")]
    [InlineData("<https://hub.example/a,b>; title=\"a, b; rel=x\"; rel=\"self HUB\"", "https://hub.example/a,b")]
    [InlineData("<https://a.example/>; rel=self, <https://b.example/>; rel=hub, <https://c.example/>; REL=hub", "https://b.example/ https://c.example/")]
    [InlineData("<https://a.example/>; crossorigin; rel=hub", "https://a.example/")]
    [InlineData("<https://a.example/>; rel=next; rel=hub", "")]
    [InlineData("<https://a.example/>; anchor=hub", "")]
    [InlineData("https://a.example/; rel=hub", "")]
    [InlineData("<https://a.example/", "")]
    [InlineData(null, "")]
    public void TargetsOf_Header_TheTargetsOfTheRelation(string? header, string targets) =>
        Assert.Equal(targets, string.Join(' ', LinkHeader.TargetsOf(header, "hub")));
}
