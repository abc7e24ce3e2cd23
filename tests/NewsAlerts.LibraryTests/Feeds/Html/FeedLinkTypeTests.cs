using NewsAlerts.Feeds.Html;

namespace NewsAlerts.LibraryTests.Feeds.Html;

public class FeedLinkTypeTests
{
    [Theory]
    [InlineData(" application/rss+xml ; charset=utf-8", true)]
    [InlineData("APPLICATION/ATOM+XML", true)]
    [InlineData("application/rss+xml-not", false)]
    [InlineData("application/rss+xml.not", false)]
    public void Is_Type_IsComparedExactly(string type, bool leadsToAFeed) => Assert.Equal(leadsToAFeed, FeedLinkType.Is(type));
}
