using System.Diagnostics;
using System.Text;
using NewsAlerts.Items;

namespace NewsAlerts.Tests.Items;

/// <summary>Documents that are made to hurt: each gets an answer, soon and without much memory.</summary>
public sealed class HostileDocumentTests
{
    private const int Size = 1_000_000;
    private const int Rounds = 40;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Fact]
    public void Parse_BillionLaughs_IsRefused()
    {
        var entities = "<!ENTITY lol0 \"lol\">" + string.Concat(Enumerable.Range(1, 9)
            .Select(i => $"<!ENTITY lol{i} \"{string.Concat(Enumerable.Repeat($"&lol{i - 1};", 10))}\">"));

        var result = Parse($"<!DOCTYPE rss [{entities}]><rss><channel><title>&lol9;</title></channel></rss>");

        Assert.Contains("builds entities from other entities", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_LargeEntityUsedOften_GrowsNoFurtherThanItsBudget()
    {
        var document = $"<!DOCTYPE rss [<!ENTITY big \"{new string('x', 10_000)}\">]><rss><channel><title>"
            + string.Concat(Enumerable.Repeat("&big;", 100_000)) + "</title></channel></rss>";

        var title = Parse(document).Document?.Title;

        Assert.InRange(title?.Length ?? 0, 10_000, 1_000_000);
    }

    [Fact]
    public void Parse_TenThousandDeep_IsRefused()
    {
        var document = "<rss>" + string.Concat(Enumerable.Repeat("<a>", 10_000));

        Assert.Contains("deep", Parse(document).Error, StringComparison.Ordinal);
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

    [Fact]
    public void Parse_MutatedFixtures_AlwaysAnswerSoon()
    {
        var random = new Random(20250301);
        var fixtures = FeedFixture.Names().Select(FeedFixture.Read).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var fixture in fixtures)
            {
                var mutated = Mutation.Of(fixture.Bytes, fixtures[random.Next(fixtures.Count)].Bytes, random);
                var watch = Stopwatch.StartNew();
                var result = FeedParser.Parse(mutated, fixture.Source);

                Assert.True(result.IsFeed || result.Error.Length > 0);
                Assert.True(watch.Elapsed < Longest, Convert.ToBase64String(mutated));
            }
        }
    }

    private static FeedParseResult Parse(string document) =>
        FeedParser.Parse(Encoding.UTF8.GetBytes(document), new FeedSource());

    private static string Repeat(string piece) => string.Concat(Enumerable.Repeat(piece, Size / piece.Length));
}
