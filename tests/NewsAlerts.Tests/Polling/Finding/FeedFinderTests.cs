using System.Net;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Configuration;
using NewsAlerts.Http;
using NewsAlerts.Polling.Asking;
using NewsAlerts.Polling.Finding;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Polling.Finding;

public sealed class FeedFinderTests : IAsyncLifetime
{
    private const string Feed =
        "<rss version='2.0'><channel><title>Wire</title><item><title>One</title><pubDate>Sat, 14 Mar 2026 09:00:00 GMT</pubDate></item>"
        + "<item><title>Two</title><pubDate>Sat, 14 Mar 2026 10:00:00 GMT</pubDate></item></channel></rss>";

    private readonly Dictionary<string, string> _pages = [];
    private readonly HttpClient _http = OutgoingHttp.CreateClient(new AddressGuard(() => ["127.0.0.1"]), DecompressionMethods.All);
    private readonly HostGate _gate = new();
    private LocalServer? _server;

    public async ValueTask InitializeAsync() => _server = await LocalServer.StartAsync(context =>
    {
        if (_pages.TryGetValue(context.Request.Path, out var page))
        {
            return context.Response.WriteAsync(page);
        }

        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _gate.Dispose();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task Find_Feed_ItIsTheFeed()
    {
        _pages["/wire"] = Feed;

        var found = await FindAsync("wire");

        Assert.Equal([Url("wire")], found.Feeds.Select(feed => feed.Url));
        Assert.Equal(2, found.Feeds[0].Document.Items.Count);
        Assert.Equal(new DateTimeOffset(2026, 3, 14, 10, 0, 0, TimeSpan.Zero), found.Feeds[0].Newest);
        Assert.Equal(["/wire"], Asked);
    }

    [Fact]
    public async Task Find_PageThatLinksToFeeds_ThoseThatAreFeedsInItsOrder()
    {
        _pages["/"] =
            """
            <!doctype html><html><head><base href="/news/"><meta charset=utf-8>
            <link rel="alternate stylesheet" type="text/css" href=x.css>
            <LINK REL="Alternate" TYPE="application/rss+xml; charset=utf-8" HREF="wire.xml">
            <link rel=alternate type=application/json+oembed href=embed.json>
            <link rel=alternate type=application/atom+xml href=gone.xml>
            <link rel="alternate" type="application/feed+json" href="../other">
            <link rel="alternate" type="application/rss+xml" href="wire.xml">
            <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
            <body>News
            """;
        _pages["/news/wire.xml"] = Feed;
        _pages["/other"] = Feed;

        var found = await FindAsync("");

        Assert.Equal([Url("news/wire.xml"), Url("other")], found.Feeds.Select(feed => feed.Url));
        Assert.Equal(["/", "/news/wire.xml", "/news/gone.xml", "/other"], Asked);
    }

    [Fact]
    public async Task Find_PageWithoutLinks_TheFirstOfTheUsualPlaces()
    {
        _pages["/blog/"] = "<html><body>Welcome</body></html>";
        _pages["/rss.xml"] = Feed;
        _pages["/atom.xml"] = Feed;

        var found = await FindAsync("blog/");

        Assert.Equal([Url("rss.xml")], found.Feeds.Select(feed => feed.Url));
        Assert.Equal(["/blog/", "/blog/feed", "/feed", "/rss.xml"], Asked);
    }

    [Fact]
    public async Task Find_NoFeedAnywhere_SaysWhatIsThereAfterAFewRequests()
    {
        _pages["/"] = "<html><body>Welcome</body></html>";

        var found = await FindAsync("");

        Assert.Empty(found.Feeds);
        Assert.Contains("The document is an HTML page; it links to no feed. None is at the usual places either: /feed,", found.Error, StringComparison.Ordinal);
        Assert.InRange(Asked.Count(), 2, 9);
    }

    [Fact]
    public async Task Find_SiteThatDoesNotAnswer_SaysWhy()
    {
        var found = await FindAsync("missing");

        Assert.Equal($"{Url("missing")}: answered 404: there is nothing at this address", found.Error);
        Assert.Equal(["/missing"], Asked);
    }

    private IEnumerable<string> Asked => _server?.Requests.Select(request => request.Address.AbsolutePath) ?? [];

    private string Url(string path) => $"{_server?.Address}{path}";

    private Task<FoundFeeds> FindAsync(string path) =>
        new FeedFinder(new FeedClient(_http, TimeProvider.System, () => null), _gate).FindAsync(Url(path), TestContext.Current.CancellationToken);
}
