using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Http;
using NewsAlerts.Polling.Articles;
using NewsAlerts.Polling.Asking;
using NewsAlerts.Polling.Hubs;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Http;

/// <summary>What a stranger's feed cannot reach, although one's own feeds are there and may be asked.</summary>
public sealed class LeadGuardTests
{
    private const string Stranger = "http://wire.example/feed";
    private const string Refused = "wire.example leads to 127.0.0.1";

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.Found)]
    [InlineData("127.0.0.1", HttpStatusCode.MovedPermanently)]
    [InlineData("127.0.0.1:port", HttpStatusCode.Found)]
    public async Task Fetch_RedirectOfAStranger_IsRefused(string allowed, HttpStatusCode status)
    {
        await using var server = await RedirectingAsync(status);
        using var http = Client(server, allowed);

        var fetched = await Feeds(http).FetchAsync(new FeedRequest(Stranger), TestContext.Current.CancellationToken);

        Assert.StartsWith(Refused, fetched.Error, StringComparison.Ordinal);
        Assert.Null(fetched.MovedTo);
        Assert.Equal("wire.example", Assert.Single(server.Requests).Address.Host);
    }

    [Fact]
    public async Task Fetch_RedirectOfAStrangerOverAnOpenConnection_IsRefused()
    {
        await using var server = await RedirectingAsync(HttpStatusCode.Found);
        using var http = Client(server, "127.0.0.1");

        var own = await Feeds(http).FetchAsync(new FeedRequest($"{server.Address}inside"), TestContext.Current.CancellationToken);
        var fetched = await Feeds(http).FetchAsync(new FeedRequest(Stranger), TestContext.Current.CancellationToken);

        Assert.Equal(FetchOutcome.Fetched, own.Outcome);
        Assert.StartsWith(Refused, fetched.Error, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Fetch_MovedThereOnce_IsRefused()
    {
        await using var server = await RedirectingAsync(HttpStatusCode.Found);
        using var http = Client(server, "127.0.0.1");

        var fetched = await Feeds(http).FetchAsync(
            new FeedRequest(Stranger) { MovedTo = $"{server.Address}inside" }, TestContext.Current.CancellationToken);

        Assert.StartsWith(Refused, fetched.Error, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("wire.example", "127.0.0.1")]
    public async Task Fetch_RedirectOfOnesOwn_IsFollowed(params string[] allowed)
    {
        await using var server = await RedirectingAsync(HttpStatusCode.Found);
        using var http = Client(server, allowed);
        var start = allowed.Length > 1 ? Stranger : $"{server.Address}feed";

        var fetched = await Feeds(http).FetchAsync(new FeedRequest(start), TestContext.Current.CancellationToken);

        Assert.Equal(FetchOutcome.Fetched, fetched.Outcome);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Read_ArticleThatAStrangerNames_IsRefused()
    {
        await using var server = await RedirectingAsync(HttpStatusCode.Found);
        using var http = Client(server, "127.0.0.1");
        using var gate = new HostGate();

        var read = await new ArticleReader(Feeds(http), gate).ReadAsync(
            $"{server.Address}inside", Stranger, TestContext.Current.CancellationToken);

        Assert.StartsWith(Refused, read.Problem, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Ask_HubThatAStrangerNames_IsRefused()
    {
        await using var server = await RedirectingAsync(HttpStatusCode.Found);
        using var http = Client(server, "127.0.0.1");
        using var gate = new HostGate();
        var subscription = new HubSubscription
        {
            FeedUrl = Stranger,
            Shard = "0",
            Hub = new FeedHub($"{server.Address}inside", $"{server.Address}feed"),
            Token = "token",
            Secret = "secret",
            Due = DateTimeOffset.UnixEpoch,
        };

        var problem = await new HubClient(http, gate, TimeProvider.System, () => null).AskAsync(
            subscription, "https://alerts.example.org", TestContext.Current.CancellationToken);

        Assert.StartsWith(Refused, problem, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static FeedClient Feeds(HttpClient http) => new(http, TimeProvider.System, () => null);

    private static Task<LocalServer> RedirectingAsync(HttpStatusCode status) => LocalServer.StartAsync(async context =>
    {
        if (context.Request.Path == "/inside")
        {
            await context.Response.WriteAsync("<rss version='2.0'><channel><title>Inside</title></channel></rss>");
            return;
        }

        context.Response.StatusCode = (int)status;
        context.Response.Headers.Location = $"http://127.0.0.1:{context.Connection.LocalPort}/inside";
    });

    // The guard as it is, over connections that all lead to one server, by which a name of the internet is here.
    private static HttpClient Client(LocalServer server, params string[] allowed)
    {
        string[] own = [.. allowed.Select(entry => entry.Replace("port", $"{server.Address.Port}", StringComparison.Ordinal))];
        return new HttpClient(new LeadGuard(new AddressGuard(() => own), new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }));
    }
}
