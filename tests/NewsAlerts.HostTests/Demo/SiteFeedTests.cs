using System.Text;
using NewsAlerts.Feeds;
using NewsAlerts.Local.Demo.Sites;

namespace NewsAlerts.HostTests.Demo;

public sealed class SiteFeedTests
{
    private const string Address = "http://127.0.0.1:8080";

    public static TheoryData<string> Names => [.. StoryFile.Read().Select(site => site.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_EverySite_ReadsBackEqual(string name)
    {
        var page = Open(name);

        var read = FeedParser.Parse(DemoFormats.Of(page.Site).Write(page), new FeedSource());

        Assert.True(read.IsFeed, read.Error);
        Assert.False(read.Document.Malformed);
        Assert.Equal(page.Site.Format, read.Document.Format.ToString().ToLowerInvariant());
        Assert.Equal(page.Site.Title, read.Document.Title);
        Assert.Equal(page.Link, read.Document.Link);
        Assert.Equal(page.Site.Language, read.Document.Language);
        Assert.Equal(page.Articles.Select(article => Facts(ItemOf(page, article))), read.Document.Items.Select(Facts));
    }

    [Theory]
    [InlineData("vestnik", "windows-1251", "Лавров")]
    [InlineData("ledger", "iso-8859-1", "São Paulo")]
    public void Write_OldEncoding_DeclaresItAndKeepsToIt(string name, string encoding, string text)
    {
        var page = Open(name);

        var bytes = DemoFormats.Of(page.Site).Write(page);

        Assert.Contains($"encoding=\"{encoding}\"", Encoding.ASCII.GetString(bytes), StringComparison.Ordinal);
        Assert.True(bytes.AsSpan().IndexOf(page.Site.GetEncoding().GetBytes(text)) > 0);
        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) < 0);
    }

    [Fact]
    public void TellNext_ForLong_KeepsTheNewestUnderDistinctIds()
    {
        var sites = StoryFile.Read();
        var newsroom = new Newsroom(sites, TimeProvider.System);

        for (var i = 0; i < sites.Count * 100; i++)
        {
            newsroom.TellNext();
        }

        foreach (var site in sites)
        {
            var articles = newsroom.Find(site.Name, Address)?.Articles ?? [];
            Assert.Equal(Newsroom.MostArticles, articles.DistinctBy(article => article.Id).Count());
            Assert.EndsWith($"-{100 - site.Later.Count}", articles[0].Id, StringComparison.Ordinal);
            Assert.DoesNotContain(articles, article => article.Title.Contains("{time}", StringComparison.Ordinal));
        }
    }

    private static Item ItemOf(FrontPage page, Article article) => new()
    {
        Guid = page.LinkOf(article),
        Link = page.LinkOf(article),
        Title = article.Title,
        Summary = article.Summary,
        Categories = [article.Category],
        Published = article.Published,
    };

    private static (string?, string?, string?, string?, string, DateTimeOffset?) Facts(Item item) =>
        (item.Guid, item.Link, item.Title, item.Summary, string.Join('|', item.Categories), item.Published);

    private static FrontPage Open(string name)
    {
        var newsroom = new Newsroom(StoryFile.Read(), TimeProvider.System);
        newsroom.TellNext();
        return newsroom.Find(name, Address) ?? throw new ArgumentException("There is no such site.", nameof(name));
    }
}
