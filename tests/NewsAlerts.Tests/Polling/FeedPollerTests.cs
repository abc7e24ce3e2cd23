using System.Net;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Configuration;
using NewsAlerts.Http;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Asking;
using NewsAlerts.Polling.Pace;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Polling;

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

    [Fact]
    public async Task Poll_MovedForGood_HoldsAfterThreePollsInARow()
    {
        await using var server = await MovingAsync("/new");
        var state = new FeedState { Url = "u" };
        for (var poll = 1; poll <= 3; poll++)
        {
            Assert.Null(state.MovedTo);
            state = (await PollAsync(server, state)).After;
        }

        Assert.Equal($"{server.Address}new", state.MovedTo);

        await PollAsync(server, state);
        Assert.Equal(["/", "/new", "/", "/new", "/", "/new", "/new"], server.Requests.Select(request => request.Address.AbsolutePath));
    }

    [Fact]
    public async Task Poll_MovesThatDisagree_NoneHolds()
    {
        var polls = 0;
        await using var server = await MovingAsync(() => polls++ % 2 == 0 ? "/new" : "/newer");
        var state = new FeedState { Url = "u" };
        for (var poll = 0; poll < 6; poll++)
        {
            state = (await PollAsync(server, state)).After;
        }

        Assert.Equal((null, 1), (state.MovedTo, state.Move?.Times));
    }

    [Fact]
    public async Task Poll_WhereItMovedToFailsForLong_AsksTheConfiguredAddressAgain()
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/new" ? 404 : 304;
            return Task.CompletedTask;
        });
        var state = new FeedState { Url = "u", MovedTo = $"{server.Address}new", Succeeded = _time.GetUtcNow() };
        for (var poll = 1; poll <= 5; poll++)
        {
            Assert.NotNull(state.MovedTo);
            _time.Advance(TimeSpan.FromHours(6));
            state = (await PollAsync(server, state)).After;
        }

        Assert.Null(state.MovedTo);
        Assert.Null((await PollAsync(server, state)).After.Error);
    }

    [Fact]
    public async Task Poll_UnchangedUnderAnotherValidator_AsksWithThatNext()
    {
        await using var server = await LocalServer.StartAsync(304, "", ("ETag", "\"2\""));

        var after = (await PollAsync(server, new FeedState { Url = "u", ETag = "\"1\"", LastModified = "yesterday", ContentHash = "h" })).After;

        Assert.Equal(("\"2\"", "yesterday", "h"), (after.ETag, after.LastModified, after.ContentHash));
    }

    [Fact]
    public async Task Poll_WhereItMovedToIsGone_AsksTheConfiguredAddressAgain()
    {
        await using var server = await LocalServer.StartAsync(410);

        var after = (await PollAsync(server, new FeedState { Url = "u", MovedTo = $"{server.Address}new" })).After;

        Assert.Null(after.MovedTo);
        Assert.NotNull(after.Due);
    }

    [Fact]
    public async Task Poll_NotFoundAfterSuccess_SaysThatItWasThere()
    {
        await using var server = await LocalServer.StartAsync(404);

        var after = (await PollAsync(server, new FeedState { Url = "u", Succeeded = _time.GetUtcNow() })).After;

        Assert.NotNull(after.Due);
        Assert.StartsWith("answered 404: there is nothing at this address now; there was at 2026-", after.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Poll_TooManyRequests_SlowerUntilDaysWithout()
    {
        var status = 429;
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        var state = (await PollAsync(server, new FeedState { Url = "u" })).After;
        state = (await PollAsync(server, state)).After;
        Assert.Equal(TimeSpan.FromMinutes(20), PaceOf(state));

        status = 304;
        state = (await PollAsync(server, state)).After;
        Assert.Equal(TimeSpan.FromMinutes(20), PaceOf(state));

        _time.Advance(TimeSpan.FromDays(1));
        state = (await PollAsync(server, state)).After;
        Assert.Equal(TimeSpan.FromMinutes(10), PaceOf(state));

        _time.Advance(TimeSpan.FromDays(1));
        state = (await PollAsync(server, state)).After;
        Assert.Equal(TimeSpan.FromMinutes(5), PaceOf(state));
    }

    private static TimeSpan PaceOf(FeedState state) =>
        FeedPace.Of(new Feed { Url = "u", Every = TimeSpan.FromMinutes(5) }, state, default).Interval;

    private static Task<LocalServer> MovingAsync(string to) => MovingAsync(() => to);

    private static Task<LocalServer> MovingAsync(Func<string> to) => LocalServer.StartAsync(async context =>
    {
        if (context.Request.Path == "/")
        {
            context.Response.StatusCode = 301;
            context.Response.Headers.Location = to();
            return;
        }

        await context.Response.WriteAsync(Rss);
    });

    private Task<PolledFeed> PollAsync(LocalServer server, FeedState state) =>
        PollAsync(new Feed { Url = $"{server.Address}", Every = TimeSpan.FromMinutes(5) }, state);

    private async Task<PolledFeed> PollAsync(Feed feed, FeedState state)
    {
        var token = TestContext.Current.CancellationToken;
        using var turn = await new Refusals([], _ => false).EnterAsync(feed.Url, _time.GetUtcNow(), token);
        return await new FeedPoller(new FeedClient(_http, _time, () => null), _time).PollAsync(feed, state, turn, token);
    }
}
