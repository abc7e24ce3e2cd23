using System.Text;
using NewsAlerts.Feeds;
using NewsAlerts.Feeds.Html;

namespace NewsAlerts.LibraryTests.Feeds.Html;

public class HtmlPageTests
{
    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<table><tr><td>", 50_000)]
    [InlineData("<b><i><a>", 50_000)]
    [InlineData("<p>x", 400_000)]
    [InlineData("<svg>", 100_000)]
    public void Read_PageThatIsMadeToHurt_IsRefusedEarly(string piece, int count)
    {
        var page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, count)));

        // Once for what is allocated the first time.
        HtmlPage.Read("<p>"u8, new FeedSource());
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(HtmlPage.Read(page, new FeedSource()));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    [Theory]
    [InlineData("<meta charset=windows-1251>", null)]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">", "text/html")]
    [InlineData("<meta charset=utf-8>", "text/html; charset=windows-1251")]
    public void Read_Encoding_AsTheServerOrThePageNamesIt(string meta, string? contentType)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)?.GetBytes($"<html><head>{meta}<title>Правительство</title>") ?? [];

        Assert.Equal("Правительство", HtmlPage.Read(bytes, new FeedSource(ContentType: contentType))?.Document.Title);
    }
}
