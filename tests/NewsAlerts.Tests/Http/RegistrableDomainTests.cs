using NewsAlerts.Http;

namespace NewsAlerts.Tests.Http;

public class RegistrableDomainTests
{
    [Theory]
    [InlineData("example.com", "example.com")]
    [InlineData("Feeds.News.EXAMPLE.com.", "example.com")]
    [InlineData("feeds.example.co.uk", "example.co.uk")]
    [InlineData("co.uk", "co.uk")]
    [InlineData("a.b.c.kobe.jp", "b.c.kobe.jp")]
    [InlineData("www.city.kobe.jp", "city.kobe.jp")]
    [InlineData("one.github.io", "one.github.io")]
    [InlineData("www.one.blogspot.com", "one.blogspot.com")]
    [InlineData("www.xn--85x722f.xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn")]
    [InlineData("feed.host.unknownsuffix", "host.unknownsuffix")]
    [InlineData("localhost", "localhost")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("[::1]", "[::1]")]
    [InlineData("", "")]
    public void Of_Host_WhatSomebodyRegistered(string host, string domain) => Assert.Equal(domain, RegistrableDomain.Of(host));
}
