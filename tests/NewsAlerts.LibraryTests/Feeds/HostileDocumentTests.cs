using System.Diagnostics;
using System.Text;
using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds;

/// <summary>Documents that are made to hurt: each gets an answer, soon and without much memory.</summary>
public sealed class HostileDocumentTests
{
    private const int Size = 1_000_000;
    // What takes time that grows with the square of its size takes far longer; how fast it is, the benchmark tells.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    [Fact]
    public void Parse_LargeEntityUsedOften_GrowsNoFurtherThanItsBudget()
    {
        var document = $"<!DOCTYPE rss [<!ENTITY big \"{new string('x', 10_000)}\">]><rss><channel><description>"
            + string.Concat(Enumerable.Repeat("&big;", 100_000)) + "</description></channel></rss>";

        var text = Parse(document).Document?.Description;

        Assert.InRange(text?.Length ?? 0, 10_000, 1_000_000);
    }

    [Fact]
    public void Parse_MillionsOfElements_IsRefused()
    {
        var document = "<rss>" + string.Concat(Enumerable.Repeat("<a/>", 400_000));

        Assert.Contains("elements", Parse(document).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a")]
    [InlineData("<a ")]
    [InlineData("<a \"")]
    [InlineData("<a b=\"")]
    [InlineData("<a b='")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<!DOCTYPE [")]
    [InlineData("<!ENTITY a \"")]
    [InlineData("<?")]
    [InlineData("</")]
    [InlineData("</b>")]
    [InlineData("&")]
    [InlineData("&#")]
    [InlineData("&amp")]
    [InlineData("<script>")]
    [InlineData("&lt;script&gt;")]
    [InlineData("&lt;a b=&quot;")]
    [InlineData("<category>a</category>")]
    [InlineData("<x xmlns:y='z'/>")]
    [InlineData("<p title=x ")]
    [InlineData("{\"a\":")]
    [InlineData("[")]
    public void Parse_OneThingOverAndOver_AnswersSoon(string repeated)
    {
        foreach (var start in (string[])["", "<rss><channel><item><description>"])
        {
            var watch = Stopwatch.StartNew();
            var result = Parse(start + Repeat(repeated));

            Assert.True(result.IsFeed || result.Error.Length > 0);
            Assert.True(watch.Elapsed < Longest, $"{watch.Elapsed} for {start}{repeated}…");
        }
    }

    [Fact]
    public void Parse_ManyNamespacesAndNames_AnswersSoon()
    {
        var declarations = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"xmlns:n{i}='u' "));
        var elements = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<n{i}:e{i} xmlns:m='v'/>"));

        var watch = Stopwatch.StartNew();
        Parse($"<rss {declarations}>{elements}");

        Assert.True(watch.Elapsed < Longest, $"{watch.Elapsed}");
    }

    [Fact]
    public void Parse_FixtureCutOffAnywhere_Answers()
    {
        foreach (var fixture in FeedFixture.Names().Select(FeedFixture.Read))
        {
            for (var length = 0; length < fixture.Bytes.Length; length += 7)
            {
                Assert.NotNull(FeedParser.Parse(fixture.Bytes.AsMemory(0, length), fixture.Source));
            }
        }
    }

    private static FeedParseResult Parse(string document) =>
        FeedParser.Parse(Encoding.UTF8.GetBytes(document), new FeedSource());

    private static string Repeat(string piece) => string.Concat(Enumerable.Repeat(piece, Size / piece.Length));
}
