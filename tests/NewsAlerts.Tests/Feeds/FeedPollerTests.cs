using System.Net;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Feeds;

public sealed class FeedPollerTests : IDisposable
{
    private const string Rss = "<rss version='2.0'><channel><title>World wire</title><item><title>One</title></item></channel></rss>";

    private readonly HttpClient _http = OutgoingHttp.CreateClient(new AddressGuard(() => ["127.0.0.1"]), DecompressionMethods.All);
    private readonly ManualTime _time = new();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Poll_Feed_DocumentAndState()
    {
        await using var server = await LocalServer.StartAsync(200, Rss, ("ETag", "\"1\""));

        var polled = await PollAsync(server, new FeedState { Url = "u", Due = _time.GetUtcNow(), Failures = 3, Error = "old" });

        Assert.Equal("One", polled.Document?.Items.Single().Title);
        Assert.Equal("World wire", polled.After.Title);
        Assert.Equal("\"1\"", polled.After.ETag);
        Assert.Equal(_time.GetUtcNow(), polled.After.Succeeded);
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromSeconds(295), polled.After.Due);
        Assert.Equal((0, null), (polled.After.Failures, polled.After.Error));
    }

    [Fact]
    public async Task Poll_SameBodyAgain_NotParsed()
    {
        await using var server = await LocalServer.StartAsync(200, Rss);
        var first = await PollAsync(server, new FeedState { Url = "u" });

        var second = await PollAsync(server, first.After);

        Assert.Null(second.Document);
        Assert.Null(second.After.Error);
    }

    [Fact]
    public async Task Poll_NoFeed_ErrorAndNoVersionIsKept()
    {
        await using var server = await LocalServer.StartAsync(200, "<html><body>We are down</body></html>", ("ETag", "\"down\""));

        var polled = await PollAsync(server, new FeedState { Url = "u", ETag = "\"1\"", ContentHash = "h" });

        Assert.Contains("HTML", polled.After.Error, StringComparison.Ordinal);
        Assert.Equal(("\"1\"", "h", 1), (polled.After.ETag, polled.After.ContentHash, polled.After.Failures));
    }

    [Fact]
    public async Task Poll_Gone_NeverAgain()
    {
        await using var server = await LocalServer.StartAsync(410);

        Assert.Null((await PollAsync(server, new FeedState { Url = "u", Due = _time.GetUtcNow() })).After.Due);
    }

    private Task<PolledFeed> PollAsync(LocalServer server, FeedState state) =>
        new FeedPoller(new FeedClient(_http, _time, () => null), _time).PollAsync(
            new Feed { Url = $"{server.Address}", Every = TimeSpan.FromMinutes(5) }, state, TestContext.Current.CancellationToken);
}
