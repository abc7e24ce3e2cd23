using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds;

public sealed class RedirectorsTests
{
    private const string Story = "https://wire.example/story";

    [Theory]
    [InlineData("https://www.google.com/url?rct=j&sa=t&url=https://wire.example/story&ct=ga&cd=A&usg=B")]
    [InlineData("https://www.google.com/url?q=https%3A%2F%2Fwire.example%2Fstory&sa=D")]
    [InlineData("http://www.google.co.uk/url?url=https://wire.example/story")]
    [InlineData("https://google.de/url?url=https://wire.example/story")]
    [InlineData("https://www.google.com/amp/s/wire.example/story")]
    [InlineData("https://wire-example.cdn.ampproject.org/c/s/wire.example/story")]
    [InlineData("http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&tid=1&url=https%3a%2f%2fwire.example%2fstory&c=1&mkt=en-us")]
    [InlineData("https://www.bing.com/ck/a?!&&p=0&u=a1aHR0cHM6Ly93aXJlLmV4YW1wbGUvc3Rvcnk&ntb=1")]
    [InlineData("https://r.search.yahoo.com/_ylt=A/RV=2/RU=https%3a%2f%2fwire.example%2fstory/RK=2/RS=x-")]
    [InlineData("https://duckduckgo.com/l/?uddg=https%3A%2F%2Fwire.example%2Fstory&rut=1")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fwire.example%2Fstory&h=1")]
    [InlineData("https://out.reddit.com/t3_1?url=https%3A%2F%2Fwire.example%2Fstory&token=1")]
    [InlineData("https://medium.com/r/?url=https%3A%2F%2Fwire.example%2Fstory")]
    [InlineData("https://vk.com/away.php?to=https%3A%2F%2Fwire.example%2Fstory")]
    [InlineData("https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwire.example%2Fstory&data=1")]
    [InlineData("https://href.li/?https://wire.example/story")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Furl%3Dhttps%253A%252F%252Fwire.example%252Fstory")]
    public void TargetOf_LinkThatSaysWhereItLeads_Target(string link) => Assert.Equal(Story, Redirectors.TargetOf(link));

    [Theory]
    [InlineData("https://wire.example/url?url=https://other.example/")]
    [InlineData("https://google.example/url?url=https://other.example/")]
    [InlineData("https://notgoogle.com/url?url=https://other.example/")]
    [InlineData("https://www.google.com/url?url=javascript:alert(1)")]
    [InlineData("https://www.google.com/url?url=file:///etc/passwd")]
    [InlineData("https://www.google.com/url?url=/search")]
    [InlineData("https://www.google.com/url?url=")]
    [InlineData("https://www.google.com/url")]
    [InlineData("https://www.google.com/search?q=https://other.example/")]
    [InlineData("https://www.bing.com/ck/a?u=a1%%%")]
    [InlineData("https://vk.com/wall?to=https://other.example/")]
    [InlineData("https://news.google.com/rss/articles/CBMiabc?oc=5")]
    [InlineData("not a link")]
    [InlineData("")]
    public void TargetOf_AnythingElse_Itself(string link) => Assert.Equal(link, Redirectors.TargetOf(link));

    [Fact]
    public void TargetOf_LinkToItself_Ends()
    {
        var link = "https://www.google.com/url?url=https://wire.example/";
        for (var i = 0; i < 10; i++)
        {
            link = "https://www.google.com/url?url=" + Uri.EscapeDataString(link);
        }

        Assert.StartsWith("https://www.google.com/url?url=", Redirectors.TargetOf(link), StringComparison.Ordinal);
    }
}
