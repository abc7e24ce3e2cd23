using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.LibraryTests.Feeds.Text;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("<p>one</p><p>two</p>", "one two")]
    [InlineData("one<br>two", "one two")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "a b")]
    [InlineData("<td>1</td><td>2</td>", "1 2")]
    [InlineData("un<em>believ</em>able", "unbelievable")]
    [InlineData("a &amp; b &lt; c", "a & b < c")]
    [InlineData("a & b", "a & b")]
    [InlineData("&eacute;&#233;&#xE9;", "\u00e9\u00e9\u00e9")]
    [InlineData("&notanentity;", "&notanentity;")]
    [InlineData("a &lt;b&gt; c", "a <b> c")]
    [InlineData("1 < 2 and 3 > 2", "1 < 2 and 3 > 2")]
    [InlineData("<a href='x>y'>link</a>", "link")]
    [InlineData("<a title=\"1 > 0\">link</a>", "link")]
    [InlineData("a<script>if (1 < 2) alert('</p>')</script>b", "ab")]
    [InlineData("a<style>p { }</style>b", "ab")]
    [InlineData("a<script>never closed", "a")]
    [InlineData("a<!-- <p> -->b", "ab")]
    [InlineData("<xhtml:p>one</xhtml:p><xhtml:p>two</xhtml:p>", "one two")]
    [InlineData("a\u00a0\u3000 b", "a b")]
    [InlineData("a\u0007b\ufeff", "ab")]
    [InlineData("<![CDATA[a < b]]>", "a < b")]
    [InlineData("", "")]
    [InlineData("<p></p>", "")]
    public void ToPlain_Html_IsItsText(string html, string expected)
    {
        Assert.Equal(expected, HtmlText.ToPlain(html));
    }

    [Fact]
    public void ToPlain_AnyText_IsCollapsedAndNoLonger()
    {
        Prop.ForAll<string>(text =>
        {
            var html = text ?? "";
            var plain = HtmlText.ToPlain(html);
            return plain.Length <= html.Length && plain == plain.Trim() && !plain.Contains("  ", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }
}
