using NewsAlerts.Messages;

namespace NewsAlerts.Tests.Messages;

public class WebLinkTests
{
    [Theory]
    [InlineData("https://news.example/a?b=c&d=e#f", "https://news.example/a?b=c&d=e#f")]
    [InlineData("HTTP://News.Example:80/ä b", "http://news.example/%C3%A4%20b")]
    [InlineData("https://news.example/[x](y)?q[]=1#a#[b]", "https://news.example/%5Bx%5D(y)?q%5B%5D=1#a%23%5Bb%5D")]
    [InlineData("https://пример.example/новости", "https://xn--e1afmkfd.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8")]
    [InlineData("http://[2001:db8::1]:8080/a", "http://[2001:db8::1]:8080/a")]
    [InlineData("https://news.example/%5Bx%5D%2Fy%zz", "https://news.example/%5Bx%5D%2Fy%25zz")]
    public void Of_WebAddress_AsTheStandardWritesIt(string link, string expected) => Assert.Equal(expected, WebLink.Of(link)?.AbsoluteUri);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://news.example/a")]
    public void Of_AnythingElse_None(string? link) => Assert.Null(WebLink.Of(link));

    [Fact]
    public void Of_LongerThanChannelsTake_None() => Assert.Null(WebLink.Of($"https://news.example/{new string('ä', 400)}"));
}
