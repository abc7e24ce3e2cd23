using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds;

/// <summary>Canonical links are stored for months: these values must never change.</summary>
public sealed class CanonicalLinkTests
{
    [Theory]
    [InlineData("https://wire.example/a", "https://wire.example/a")]
    [InlineData("http://wire.example/a", "https://wire.example/a")]
    [InlineData("HTTPS://WIRE.Example/A", "https://wire.example/A")]
    [InlineData("http://wire.example:80/a", "https://wire.example/a")]
    [InlineData("https://wire.example:443/a", "https://wire.example/a")]
    [InlineData("https://wire.example:8443/a", "https://wire.example:8443/a")]
    [InlineData("https://wire.example/a#comments", "https://wire.example/a")]
    [InlineData("https://wire.example", "https://wire.example/")]
    [InlineData("https://wire.example/a/", "https://wire.example/a/")]
    [InlineData("https://www.wire.example/a", "https://www.wire.example/a")]
    [InlineData("https://wire.example/a/../b", "https://wire.example/b")]
    [InlineData(" https://wire.example/a\n", "https://wire.example/a")]
    [InlineData("https://wire.example/a?utm_source=rss&utm_medium=feed", "https://wire.example/a")]
    [InlineData("https://wire.example/a?z=1&fbclid=x&a=2&gclid=y", "https://wire.example/a?z=1&a=2")]
    [InlineData("https://wire.example/a?at_medium=RSS&at_campaign=KARANGA", "https://wire.example/a")]
    [InlineData("https://wire.example/a?CMP=rss&id=7", "https://wire.example/a?id=7")]
    [InlineData("https://wire.example/a?at=1&company=2", "https://wire.example/a?at=1&company=2")]
    [InlineData("https://wire.example/a?b=1&b=2", "https://wire.example/a?b=1&b=2")]
    [InlineData("https://wire.example/a?q=x%20y", "https://wire.example/a?q=x%20y")]
    [InlineData("https://w\u00e4re.example/\u00fc", "https://xn--wre-qla.example/%C3%BC")]
    [InlineData("https://wire.example/a?source=rss----7f6----4", "https://wire.example/a")]
    [InlineData("https://desk.medium.com/a?source=friends_link&sk=1", "https://desk.medium.com/a?sk=1")]
    [InlineData("https://wire.example/a?source=harbour", "https://wire.example/a?source=harbour")]
    [InlineData("https://wire.example/a?partner=rss&emc=rss&id=7", "https://wire.example/a?id=7")]
    [InlineData("https://wire.example/a?ref=rss&mod=rss_world", "https://wire.example/a")]
    [InlineData("https://wire.example/a?q=rss", "https://wire.example/a?q=rss")]
    [InlineData("https://wire.example/a?feedType=RSS&feedName=topNews&srsltid=x&_ga=1.2", "https://wire.example/a")]
    [InlineData("https://www.google.com/url?rct=j&sa=t&url=https://wire.example/a%3Fid%3D7%26utm_id%3D1&ct=ga&usg=x", "https://wire.example/a?id=7")]
    public void Of_WebLink_IsInOneForm(string link, string expected)
    {
        Assert.Equal(expected, CanonicalLink.Of(link));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("wire.example/a")]
    [InlineData("ftp://wire.example/a")]
    [InlineData("mailto:desk@wire.example")]
    [InlineData("urn:uuid:0")]
    [InlineData("https://")]
    public void Of_AnythingElse_IsNull(string link)
    {
        Assert.Null(CanonicalLink.Of(link));
    }

    [Fact]
    public void Of_CanonicalLink_IsItself()
    {
        var once = CanonicalLink.Of("HTTP://Wire.Example:80/a?utm_source=x&b=%7e#c");

        Assert.Equal(once, CanonicalLink.Of(once ?? ""));
    }
}
