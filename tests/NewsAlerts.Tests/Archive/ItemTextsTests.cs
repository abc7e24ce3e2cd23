using NewsAlerts.Archive;
using NewsAlerts.Feeds;
using NewsAlerts.Rules;

namespace NewsAlerts.Tests.Archive;

/// <summary>What site: and link: look at where an aggregator stands between.</summary>
public class ItemTextsTests
{
    [Theory]
    [InlineData("https://wire.example/story", null, "wire.example")]
    [InlineData("https://wire.example/story", "https://post.example/", "wire.example")]
    [InlineData("https://www.google.com/url?url=https://wire.example/story&ct=ga", null, "wire.example")]
    [InlineData("http://www.bing.com/news/apiclick.aspx?url=https%3a%2f%2fwire.example%2fstory&c=1", null, "wire.example")]
    [InlineData("https://news.google.com/rss/articles/CBMi1?oc=5", "https://www.post.example", "www.post.example")]
    [InlineData("https://news.google.com/rss/articles/CBMi1?oc=5", null, "news.google.com")]
    public void Of_LinkOfAnAggregator_SiteIsTheOutlets(string link, string? source, string site)
    {
        var about = Of(new Item { Link = link, Source = source is null ? null : new ItemSource("Post", source) });

        Assert.Equal(site, about?[TextField.Site]);
    }

    [Fact]
    public void Of_Redirector_LinkIsItsTarget() => Assert.Equal(
        "https://wire.example/story",
        Of(new Item { Link = "https://www.google.com/url?url=https://wire.example/story&ct=ga" })?[TextField.Link]);

    private static ItemAbout? Of(Item item) => ItemTexts.Of(
        new ArchivedItem { Id = "1", Story = "s", FeedUrl = "https://feed.example/", Seen = DateTimeOffset.UnixEpoch, Item = item }, null).About;
}
