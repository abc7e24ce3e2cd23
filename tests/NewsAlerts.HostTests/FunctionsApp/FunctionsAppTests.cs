using System.Net;
using System.Text.Json;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.FunctionsApp;

/// <summary>The built Functions app under a host: what it does with messages, settings and probes.</summary>
public sealed class FunctionsAppTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task App_MessageThatIsNoBase64_KeptWithItsReason()
    {
        await using var web = await LocalWeb.StartAsync();
        using var installation = await azurite.InstallAsync(Place.Functions, Configuration(web));
        await using var app = await installation.StartAppAsync(Token);
        var client = new QueueClient(installation.Account, Queues.Alerts);
        await client.CreateIfNotExistsAsync(cancellationToken: Token);

        await client.SendMessageAsync("{ not base64 }", Token);

        var kept = await KeptAsync(installation);
        Assert.Equal("{ not base64 }", System.Text.Encoding.UTF8.GetString(kept.Body.Span));
        Assert.StartsWith("the message cannot be read", kept.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task App_MessageThatTheHostHasGivenUp_KeptAsItWas()
    {
        await using var web = await LocalWeb.StartAsync();
        using var installation = await azurite.InstallAsync(Place.Functions, Configuration(web));
        await using var app = await installation.StartAppAsync(Token);
        var client = new QueueClient(installation.Account, $"{Queues.NewItems}-poison");
        await client.CreateIfNotExistsAsync(cancellationToken: Token);

        await client.SendMessageAsync("{ neither base64 nor ours }", Token);

        var kept = await KeptAsync(installation);
        Assert.Equal((Queues.NewItems, "{ neither base64 nor ours }"), (kept.Queue, System.Text.Encoding.UTF8.GetString(kept.Body.Span)));
    }

    [Fact]
    public async Task App_WorkerKilledWhileAReceiverHangs_SameDeliveryOnceMore()
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/feed.xml", new NewsItem("News", "https://news.example.org/1"));
        var hangs = true;
        web.Answer("/hook", context =>
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return hangs ? Task.Delay(Timeout.Infinite, context.RequestAborted) : Task.CompletedTask;
        });
        using var installation = await azurite.InstallAsync(Place.Functions, Configuration(web));
        await using var app = await installation.StartAppAsync(Token);
        await app.RunTimerAsync("SchedulePolls", Token);
        await Eventually.TrueAsync(() => web.RequestsTo("/hook").Count == 1, Token);

        hangs = false;
        await app.KillWorkerAsync(Token);

        await Eventually.TrueAsync(() => web.RequestsTo("/hook").Count == 2, Token);
        await app.WaitUntilIdleAsync(installation, Token);
        var requests = web.RequestsTo("/hook");
        Assert.Equal(2, requests.Count);
        Assert.Equal(requests[0].Headers["webhook-id"], requests[1].Headers["webhook-id"]);
        Assert.Empty(await installation.PoisonAsync(Token));
    }

    [Fact]
    public async Task App_RefusedConfiguration_SaidInTheLogAndByHealthUntilItIsMended()
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/feed.xml", new NewsItem("News", "https://news.example.org/1"));
        web.Answer("/hook", StatusCodes.Status204NoContent);
        using var installation = await azurite.InstallAsync(
            Place.Functions, Configuration(web).Replace("when: news", "when: news AND", StringComparison.Ordinal));
        await using var app = await installation.StartAppAsync(Token);
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => app.RunTimerAsync("SchedulePolls", Token));
        Assert.Contains("alerts.yaml:5:", failed.Message, StringComparison.Ordinal);
        Assert.Contains("is refused", (await app.WorkerAsync()).Console, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.AskHealthAsync(HttpFront.Key, Token)).Status);
        using (var client = new HttpClient())
        {
            using var page = await client.GetAsync(new Uri(app.Address, "/subscriptions"), Token);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        }

        installation.Configure(Configuration(web));
        await installation.UploadConfigurationAsync(Token);

        await Eventually.TrueAsync(() => app.AskHealthAsync(HttpFront.Key, Token).GetAwaiter().GetResult().Status == HttpStatusCode.OK, Token);
        await app.RunTimerAsync("SchedulePolls", Token);
        await Eventually.TrueAsync(() => web.RequestsTo("/hook").Count == 1, Token);
    }

    [Fact]
    public async Task App_Health_WantsItsKey()
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/feed.xml");
        using var installation = await azurite.InstallAsync(Place.Functions, Configuration(web));
        await using var app = await installation.StartAppAsync(Token);
        await app.RunTimerAsync("SchedulePolls", Token);

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.AskHealthAsync("wrong", Token)).Status);
        var (status, body) = await app.AskHealthAsync(HttpFront.Key, Token);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(body.GetProperty("isWell").GetBoolean());
    }

    private static async Task<PoisonMessage> KeptAsync(Installation installation)
    {
        IReadOnlyList<PoisonMessage> kept = [];
        await Eventually.TrueAsync(
            () => (kept = installation.PoisonAsync(Token).GetAwaiter().GetResult()).Count > 0, TimeSpan.FromSeconds(90), Token);
        return Assert.Single(kept);
    }

    private static string Configuration(LocalWeb web) => $$"""
        settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
        feeds:
          - { url: '{{web["/feed.xml"]}}' }
        rules:
          - { name: News, when: news, notify: [desk] }
        destinations:
          - { name: desk, type: webhook, url: '{{web["/hook"]}}' }
        """;
}
