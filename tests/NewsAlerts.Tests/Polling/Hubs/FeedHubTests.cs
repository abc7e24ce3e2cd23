using NewsAlerts.Feeds;
using NewsAlerts.Polling.Hubs;

namespace NewsAlerts.Tests.Polling.Hubs;

public class FeedHubTests
{
    private static readonly Uri Address = new("https://news.example/feed");

    private static readonly PublishingHints InDocument = new()
    {
        Hubs = ["http://old.example/", "https://hub.example/"],
        Self = "https://news.example/self",
    };

    [Fact]
    public void Find_InTheDocument_TheProtectedOneOfSeveral() =>
        Assert.Equal(new FeedHub("https://hub.example/", "https://news.example/self"), FeedHub.Find(null, InDocument, Address));

    [Fact]
    public void Find_InBoth_TheHeaderIsBelieved() =>
        Assert.Equal(
            new FeedHub("https://header.example/", "https://news.example/feed?page=1"),
            FeedHub.Find("<https://header.example/>; rel=hub, <?page=1>; rel=self", InDocument, Address));

    [Fact]
    public void Find_HeaderWithoutSelf_TheDocumentIsBelieved() =>
        Assert.Equal("https://hub.example/", FeedHub.Find("<https://header.example/>; rel=hub", InDocument, Address)?.Address);

    [Theory]
    [InlineData("javascript:alert(1)", "https://news.example/self")]
    [InlineData("https://hub.example/", "urn:news")]
    [InlineData("https://hub.example/", null)]
    public void Find_NoUsableAddress_NoHub(string hub, string? self) =>
        Assert.Null(FeedHub.Find(null, new PublishingHints { Hubs = [hub], Self = self }, Address));
}
