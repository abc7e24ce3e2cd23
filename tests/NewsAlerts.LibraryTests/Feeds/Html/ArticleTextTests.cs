using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsAlerts.Feeds;
using NewsAlerts.Feeds.Html;

namespace NewsAlerts.LibraryTests.Feeds.Html;

/// <summary>
/// Pages of twelve families of layouts, in Fixtures/Articles. What belongs to the article is marked by <c>data-article</c>,
/// which is taken away before the text is looked for: exactly that must be found, and nothing beside it.
/// </summary>
public partial class ArticleTextTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Articles");

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder).Select(Path.GetFileName).OfType<string>().Order()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Find_Page_TheWholeArticleAndNothingElse(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, name));
        var marked = HtmlPage.Read(bytes, new FeedSource(ContentType: "text/html"));
        var expected = marked?.Document.QuerySelectorAll("[data-article]").Select(TextOf) ?? [];

        // Byte for byte, whatever the page's encoding.
        var served = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace(" data-article", "", StringComparison.Ordinal));
        var page = HtmlPage.Read(served, new FeedSource(ContentType: "text/html"));

        Assert.NotNull(page);
        Assert.Equal(expected, ArticleText.Find(page)?.Split('\n'));
    }

    [Fact]
    public void Pages_OfTenFamilies() => Assert.InRange(Pages.Count, 10, 100);

    [Theory]
    [InlineData("")]
    [InlineData("<body><nav><a href=/>Home</a></nav><p>Please log in to read on.</p>")]
    [InlineData("<frameset><frame src=x></frameset>")]
    public void Find_PageWithoutAnArticle_Nothing(string html) => Assert.Null(Find(html));

    [Fact]
    public void Find_ListOfHeadlines_Nothing() =>
        Assert.Null(Find(string.Concat(Enumerable.Range(0, 50).Select(i =>
            $"<li><a href=/{i}>The headline of story number {i}, which is long enough to look like a sentence</a></li>"))));

    [Fact]
    public void Find_LongerThanAnyArticle_IsCutOff() =>
        Assert.Equal(ArticleText.MaxLength, Find(string.Concat(Enumerable.Repeat("<p>A paragraph that is long enough to count as one.</p>", 5000)))?.Length);

    private static string? Find(string html) =>
        HtmlPage.Read(Encoding.UTF8.GetBytes(html), new FeedSource()) is { } page ? ArticleText.Find(page) : null;

    private static string TextOf(IElement element) => WhiteSpace().Replace(element.InnerHtml.Contains("<br", StringComparison.OrdinalIgnoreCase)
        ? string.Join(' ', element.ChildNodes.Select(node => node.TextContent))
        : element.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
