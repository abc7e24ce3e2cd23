using System.Text;
using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds;

/// <summary>Whatever a stranger's document says, nothing of it is longer than what is behind it can bear.</summary>
public class FeedLimitsTests
{
    private static readonly string Long = new('x', 2_000_000);

    [Fact]
    public void Parse_LongRootElement_ReasonIsCut()
    {
        var error = Parse($"<{Long}/>").Error ?? "";

        Assert.StartsWith("The document is XML, but no feed: its root element is <xxx", error, StringComparison.Ordinal);
        Assert.InRange(error.Length, 100, FeedLimits.Reason);
    }

    [Fact]
    public void Parse_PageWithLongLinks_ReasonIsCut() => Assert.InRange(
        Parse($"<html><head><link rel='alternate' type='application/rss+xml' href='https://wire.example/{Long}'/></head></html>").Error?.Length ?? 0,
        100,
        FeedLimits.Reason);

    [Theory]
    [InlineData("<rss version='2.0'><channel><title>{0}</title><description>{0}</description><language>{0}</language><link>https://wire.example/{0}</link><item><title>{0}</title><link>https://wire.example/{0}</link><guid>{0}</guid><author>{0}</author><category>{0}</category><description>{0}</description><source url='https://wire.example/{0}'>{0}</source><enclosure url='https://wire.example/{0}' type='{0}'/><enclosure url='https://wire.example/1.mp3' type='{0}'/></item></channel></rss>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><title>{0}</title><id>{0}</id><link rel='hub' href='https://wire.example/{0}'/><link rel='self' href='https://wire.example/{0}'/><entry><title>{0}</title><id>{0}</id><author><name>{0}</name></author><content>{0}</content></entry></feed>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"{0}\",\"items\":[{\"id\":\"{0}\",\"title\":\"{0}\",\"tags\":[\"{0}\"],\"url\":\"https://wire.example/{0}\",\"language\":\"{0}\"}]}")]
    public void Parse_LongValues_AreCutOrLeftOut(string document)
    {
        var feed = Parse(document.Replace("{0}", Long, StringComparison.Ordinal)).Document;
        var item = Assert.Single(feed?.Items ?? []);

        Assert.Equal((FeedLimits.Title, FeedLimits.Title), (feed?.Title?.Length, item.Title?.Length));
        Assert.EndsWith("…", item.Title, StringComparison.Ordinal);
        Assert.Null(item.Link);
        Assert.Null(feed?.Link);
        Assert.Null(feed?.Hints.Self);
        Assert.Empty(feed?.Hints.Hubs ?? []);
        string?[] identifiers = [feed?.Id, item.Guid];
        string?[] names = [feed?.Language, item.Language, item.Source?.Name, .. item.Authors, .. item.Categories, .. item.Enclosures.Select(file => file.Type)];
        string?[] texts = [feed?.Description, item.Summary, item.Content];
        Assert.All(identifiers, text => Assert.True(text is null || text.Length <= FeedLimits.Title));
        Assert.All(names, text => Assert.True(text is null || text.Length <= FeedLimits.Name));
        Assert.All(texts, text => Assert.True(text is null || text.Length <= FeedLimits.Text));
        Assert.Null(item.Source?.Url);
    }

    [Fact]
    public void Parse_LongGuidsThatBeginAlike_StayTwo()
    {
        var items = Parse($"<rss version='2.0'><channel><item><guid>{Long}1</guid></item><item><guid>{Long}2</guid></item></channel></rss>").Document?.Items ?? [];

        Assert.Equal(2, items.Select(ItemId.Of).Distinct().Count());
    }

    [Fact]
    public void Parse_ManyCategories_AsManyAsAnyoneReads()
    {
        var categories = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"<category>{i}</category>"));

        Assert.Equal(
            FeedLimits.Entries,
            Parse($"<rss version='2.0'><channel><item><title>One</title>{categories}</item></channel></rss>").Document?.Items[0].Categories.Count);
    }

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("a📰b", 3, "a…")]
    public void Cut_AnyText_EndsBetweenCharacters(string text, int longest, string cut) => Assert.Equal(cut, FeedLimits.Cut(text, longest));

    private static FeedParseResult Parse(string document) => FeedParser.Parse(Encoding.UTF8.GetBytes(document), new FeedSource());
}
