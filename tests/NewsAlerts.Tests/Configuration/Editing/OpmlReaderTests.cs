using System.Text;
using NewsAlerts.Configuration.Editing;

namespace NewsAlerts.Tests.Configuration.Editing;

public class OpmlReaderTests
{
    private static OpmlResult Read(string text) => OpmlReader.Read(Encoding.UTF8.GetBytes(text));

    private static NewFeed Only(OpmlResult result)
    {
        Assert.Null(result.Error);
        return Assert.Single(result.Feeds);
    }

    [Fact]
    public void Read_NestedOutlines_BecomeTags()
    {
        var result = Read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0"><head><title>Mine</title></head><body>
              <outline text="World"><outline title="Asia">
                <outline type="rss" text="Wire" title="World wire" xmlUrl="https://example.org/a" htmlUrl="https://example.org"/>
              </outline>
              <outline type="rss" text="Paper" xmlurl=" https://example.org/b "></outline>
              </outline>
              <outline type="rss" xmlUrl="https://example.org/c"/>
              <outline type="link" text="a page" url="https://example.org/page"/>
            </body></opml>
            """);

        Assert.Null(result.Error);
        Assert.Equal(
            [
                ("https://example.org/a", "World wire", "World,Asia"),
                ("https://example.org/b", "Paper", "World"),
                ("https://example.org/c", null, ""),
            ],
            result.Feeds.Select(feed => (feed.Url, feed.Name, string.Join(',', feed.Tags))));
    }

    [Theory]
    [InlineData("Food &amp; Drink", "Food & Drink")]
    [InlineData("Food & Drink", "Food & Drink")]
    [InlineData("Food &amp;amp; Drink", "Food & Drink")]
    [InlineData("Caf&eacute;&nbsp;news", "Café news")]
    [InlineData("one&#10;two", "one two")]
    [InlineData("bell\u0007", "bell")]
    public void Read_TitlesThatAreNotQuiteXml_AreRepaired(string written, string meant) =>
        Assert.Equal(meant, Only(Read($"<opml><body><outline text=\"{written}\" xmlUrl=\"https://example.org/a\"/></body></opml>")).Name);

    [Fact]
    public void Read_Categories_BecomeTags()
    {
        var result = Read(
            """
            <opml><body><outline text="World">
              <outline xmlUrl="https://example.org/a" category="/Ports/Asia, tides ,World"/>
              <outline xmlUrl="https://example.org/b" category=""/>
            </outline></body></opml>
            """);

        Assert.Equal(["World,Ports,Asia,tides", "World"], result.Feeds.Select(feed => string.Join(',', feed.Tags)));
    }

    [Fact]
    public void Read_OutlinesThatAreCommentedOut_AreLeftOutWithAllBelow()
    {
        var result = Read(
            """
            <opml><body>
              <outline isComment="true" xmlUrl="https://example.org/a"/>
              <outline text="Old" isComment="True"><outline text="Older"><outline xmlUrl="https://example.org/b"/></outline></outline>
              <outline isComment="false" xmlUrl="https://example.org/c"/>
            </body></opml>
            """);

        Assert.Equal("https://example.org/c", Only(result).Url);
        Assert.Equal(
            [("https://example.org/a", "is commented out"), ("https://example.org/b", "is commented out")],
            result.LeftOut.Select(left => (left.Feed.Url, left.Reason)));
    }

    [Theory]
    [InlineData("<outline text='More' type='include' url='https://example.org/more'/>")]
    [InlineData("<outline text='More' type='INCLUDE' URL='https://example.org/more'></outline>")]
    [InlineData("<outline text='More' type='link' url='https://example.org/more.opml'/>")]
    public void Read_AnotherList_IsLeftOutAndSaid(string outline)
    {
        var left = Assert.Single(Read($"<opml><body>{outline}</body></opml>").LeftOut);

        Assert.StartsWith("https://example.org/more", left.Feed.Url, StringComparison.Ordinal);
        Assert.StartsWith("is another list", left.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PageThatAnotherReaderMakesAFeedOf_IsLeftOut()
    {
        var result = Read("<opml><body><outline type='HTML+XPath' xmlUrl='https://me:swordfish@example.org/page'/></body></opml>");

        Assert.Empty(result.Feeds);
        Assert.Equal("example.org", Assert.Single(result.LeftOut).Feed.Url);
    }

    [Fact]
    public void Read_BareAmpersandInAnAddress_IsKept() =>
        Assert.Equal(
            "https://example.org/a?b=1&c=2",
            Only(Read("<opml><body><outline xmlUrl=\"https://example.org/a?b=1&c=2\"/></body></opml>")).Url);

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-8", "iso-8859-1")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("windows-1252", "utf-8")]
    [InlineData("windows-1252", "nonsense-9")]
    public void Read_AnyEncoding_IsRead(string real, string declared)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(real) ?? Encoding.GetEncoding(real);
        var text = $"<?xml version='1.0' encoding='{declared}'?><opml><body><outline text='Zürich' xmlUrl='https://example.org/a'/></body></opml>";

        var result = OpmlReader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

        Assert.Equal("Zürich", Only(result).Name);
    }

    [Fact]
    public void Read_Utf8CutInsideACharacter_StaysUtf8()
    {
        byte[] document =
        [
            .. "<opml><body><outline text='Z\u00fcrich' xmlUrl='https://example.org/a'/><outline text='B\u00e4"u8, 0xC3,
            .. "' xmlUrl='https://example.org/b'/></body></opml>"u8,
        ];

        Assert.Equal(["Z\u00fcrich", "B\u00e4\uFFFD"], OpmlReader.Read(document).Feeds.Select(feed => feed.Name));
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("hello", "it is not XML, let alone OPML")]
    [InlineData("<!doctype html><html><body></html>", "it is a web page, not an OPML file")]
    [InlineData("<rss version='2.0'><channel/></rss>", "it is a feed, not a list of feeds")]
    [InlineData("<list/>", "its root element is 'list', not 'opml'")]
    [InlineData("<opml><body>", "it is not XML: line 1, column 13")]
    [InlineData("<!DOCTYPE opml [<!ENTITY a 'b'>]><opml>&a;</opml>", "it has a document type, which is not read")]
    public void Read_NoOpml_SaysWhatItIs(string text, string error) => Assert.Equal(error, Read(text).Error);

    [Fact]
    public void Read_DeepNesting_EndsQuickly()
    {
        var open = new StringBuilder().Insert(0, "<outline text='t' xmlUrl='https://example.org/a'>", 20_000);
        var close = new StringBuilder().Insert(0, "</outline>", 20_000);

        Assert.Equal(20_000, Read($"<opml><body>{open}{close}</body></opml>").Feeds.Count);
    }
}
