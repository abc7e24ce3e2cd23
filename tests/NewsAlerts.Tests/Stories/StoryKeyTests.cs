using NewsAlerts.Feeds;
using NewsAlerts.Stories;

namespace NewsAlerts.Tests.Stories;

public class StoryKeyTests
{
    [Fact]
    public void Of_SameArticleInTwoFeeds_SameKey()
    {
        var one = Keys("https://a.example/feed", Document(new Item { Guid = "1", Link = "https://news.example/story?utm_source=a" }));
        var other = Keys("https://b.example/feed", Document(new Item { Guid = "x", Link = "http://news.example/story#top" }));

        Assert.Equal(one, other);
    }

    [Fact]
    public void Of_Link_LiteralValue() => Assert.Equal(
        ["link\nhttps://news.example/story"],
        Keys("https://a.example/feed", Document(new Item { Link = "https://news.example/story" })));

    [Fact]
    public void Of_LinkSharedByItems_EachIsItsOwnStory()
    {
        var keys = Keys("https://a.example/feed", Document(
            new Item { Guid = "1", Link = "https://news.example/live" },
            new Item { Guid = "2", Link = "https://news.example/live" }));

        Assert.Equal(2, keys.Distinct().Count());
        Assert.All(keys, key => Assert.StartsWith("item\nhttps://a.example/feed\n", key, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_OneArticleTwiceInAnAggregator_OneStory()
    {
        var keys = Keys("https://a.example/feed", Document(
            new Item { Guid = "1", Title = "Ports open", Link = "https://www.google.com/url?url=https://news.example/story&cd=A" },
            new Item { Guid = "2", Title = "Ports open", Link = "https://www.google.com/url?url=https://news.example/story&cd=B" }));

        Assert.Equal(["link\nhttps://news.example/story"], keys.Distinct());
    }

    [Fact]
    public void Of_PageOfTheLatestNews_EachTitleIsItsOwnStory() => Assert.Equal(2, Keys("https://a.example/feed", Document(
        new Item { Guid = "1", Title = "Ports open", Link = "https://news.example/live" },
        new Item { Guid = "2", Title = "Ports close", Link = "https://news.example/live" })).Distinct().Count());

    [Fact]
    public void Of_LinkToTheSiteItself_TheItemIsTheStory()
    {
        var document = Document(new Item { Guid = "1", Link = "https://news.example/" }) with { Link = "https://news.example/" };

        Assert.StartsWith("item\n", Assert.Single(Keys("https://a.example/feed", document)), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Keys(string feedUrl, FeedDocument document) =>
        StoryKey.Of(feedUrl, document, [.. document.Items.Select(ItemId.Of)]);

    private static FeedDocument Document(params Item[] items) =>
        new() { Format = FeedFormat.Rss, Encoding = "utf-8", Items = items };
}
