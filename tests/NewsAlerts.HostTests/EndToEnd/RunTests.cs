using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Channels.Posting;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>How the program starts, ends, and keeps what it cannot do.</summary>
public sealed class RunTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryPlace]
    public async Task Run_WrongConfiguration_RefusedWithThePlace(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        using var installation = await azurite.InstallAsync(place, Configuration(web).Replace("when: news", "when: news AND", StringComparison.Ordinal));

        var ended = await installation.RunOnceAsync(Token);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("alerts.yaml:5:", ended.Error, StringComparison.Ordinal);
        Assert.Empty(web.RequestsTo("/feed.xml"));
        Assert.False(Directory.Exists(installation.Data.Path));
    }

    [Fact]
    public async Task Run_FolderInUse_RefusedNamingTheProcess()
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/feed.xml");
        using var installation = new Installation(Configuration(web));
        await using var first = installation.Run();
        await first.WaitForOutputAsync("Watching", Token);
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  Watching: 1 feed", first.Output);

        var second = await installation.RunOnceAsync(Token);

        Assert.Equal(1, second.ExitCode);
        Assert.Contains($"process {first.Id} ", second.Error, StringComparison.Ordinal);
        Assert.Empty(second.Output);
    }

    [Fact]
    public async Task Run_OnceBesideADocumentThatNobodyCanRead_DoesTheRestAndNamesIt()
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/feed.xml", new NewsItem("News", "https://news.example.org/1"));
        web.Answer("/hook", 204);
        using var installation = new Installation(Configuration(web));
        await installation.Place.Documents.WriteAsync("poison/polls/x-1", "{"u8.ToArray(), WriteCondition.None, metadata: null, Token);

        var ended = await installation.RunOnceAsync(Token);

        Assert.Contains("1 alert delivered", ended.Output, StringComparison.Ordinal);
        Assert.Contains("poison/polls/x-1", ended.Error, StringComparison.Ordinal);
        Assert.NotNull(await installation.Place.Documents.ReadAsync("housekeeping/done", Token));
    }

    [Theory, EveryPlace]
    public async Task Run_ConfigurationChangesMeanwhile_TheNewOneHoldsAndAWrongOneIsRefused(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/feed.xml", new NewsItem("News", "https://news.example.org/1"));
        web.Serve("/other.xml", new NewsItem("More news", "https://news.example.org/2"));
        web.Answer("/hook", 204);
        var often = Configuration(web).Replace(" }\nrules", ", every: 1s }\nrules", StringComparison.Ordinal);
        using var installation = await azurite.InstallAsync(place, often);
        await using var program = installation.Run();
        await program.WaitForOutputAsync("sent to desk: News", Token);

        installation.Configure(often.Replace("when: news", "when: news AND", StringComparison.Ordinal));
        await program.WaitForOutputAsync("is refused", Token);
        installation.Configure(often.Replace("/feed.xml", "/other.xml", StringComparison.Ordinal));
        await program.WaitForOutputAsync("sent to desk: More news", Token);

        Assert.Contains("alerts.yaml:5:", program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FolderOfAKilledProcess_TakenOver()
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/feed.xml");
        using var installation = new Installation(Configuration(web));
        await using var first = installation.Run();
        await first.WaitForOutputAsync("Watching", Token);
        await first.KillAsync(Token);

        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);
    }

    [Theory, EveryPlace]
    public async Task Run_UnreadableMessage_PoisonThatReplaySendsBack(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/feed.xml", new NewsItem("News", "https://news.example.org/1"));
        web.Answer("/hook", StatusCodes.Status204NoContent);
        using var installation = await azurite.InstallAsync(place, Configuration(web));
        await installation.Place.Queues.SendAsync(Queues.Alerts, new byte[] { 0xFF, 0, 0x7B }, TimeSpan.Zero, Token);

        var ended = await installation.RunOnceAsync(Token);

        Assert.Equal(3, ended.ExitCode);
        Assert.Contains("1 message given up", ended.Output, StringComparison.Ordinal);
        Assert.Single(web.RequestsTo("/hook"));
        var poison = Assert.Single(await installation.PoisonAsync(Token));
        Assert.Equal([0xFF, 0, 0x7B], poison.Body.ToArray());
        Assert.StartsWith("the message cannot be read", poison.Reason, StringComparison.Ordinal);

        var replayed = await installation.ReplayAsync(Token);
        Assert.Equal(0, replayed.ExitCode);
        Assert.Contains("alerts: 1 sent back to work", replayed.Output, StringComparison.Ordinal);
        Assert.Empty(await installation.PoisonAsync(Token));
        Assert.Equal(new QueueCounts(Visible: 1, Held: 0, Delayed: 0), await installation.Place.Queues.CountAsync(Queues.Alerts, Token));
    }

    [Theory, EveryPlace(EveryHost = true)]
    public async Task Replay_DeliveryThatWasRefused_SentAgainUnderItsId(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/feed.xml", new NewsItem("News", "https://news.example.org/1"));
        web.Answer("/hook", StatusCodes.Status422UnprocessableEntity);
        using var installation = await azurite.InstallAsync(place, Configuration(web));
        Assert.Equal(3, (await installation.RunOnceAsync(Token)).ExitCode);
        var poison = Assert.Single(await installation.PoisonAsync(Token));
        Assert.StartsWith("not delivered to 'desk' in 1 attempt: The receiver answered 422", poison.Reason, StringComparison.Ordinal);

        web.Answer("/hook", StatusCodes.Status204NoContent);
        Assert.Equal(0, (await installation.ReplayAsync(Token)).ExitCode);
        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);

        var requests = web.RequestsTo("/hook");
        Assert.Equal(2, requests.Count);
        Assert.Equal(requests[0].Headers["webhook-id"], requests[1].Headers["webhook-id"]);
        Assert.Equal(requests[0].Body, requests[1].Body);
    }

    [Theory, EveryPlace]
    public async Task Run_InterruptedWhileItWorks_EndsWithin5SecondsAndTheWorkIsBackInItsQueue(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/feed.xml", new NewsItem("News", "https://news.example.org/1"));
        web.Answer("/hook", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var installation = await azurite.InstallAsync(place, Configuration(web));

        await using (var program = installation.Run())
        {
            await Eventually.TrueAsync(() => web.RequestsTo("/hook").Count == 1, Token);
            var interrupted = Stopwatch.GetTimestamp();
            await program.InterruptAsync(Token);
            Assert.Equal(0, await program.WaitAsync(Token));
            Assert.True(Stopwatch.GetElapsedTime(interrupted) < WebhookSender.TimeOut, "it waited for the receiver");
        }

        Assert.Equal(new QueueCounts(Visible: 1, Held: 0, Delayed: 0), await installation.Place.Queues.CountAsync(Queues.Alerts, Token));
        Assert.Empty(await installation.PoisonAsync(Token));

        web.Answer("/hook", StatusCodes.Status204NoContent);
        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);
        var requests = web.RequestsTo("/hook");
        Assert.Equal(2, requests.Count);
        Assert.Equal(requests[0].Headers["webhook-id"], requests[1].Headers["webhook-id"]);
    }

    [Theory, EveryPlace]
    public async Task Run_InterruptedAsSoonAsItWatches_EndsAllTheSame(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/feed.xml");
        using var installation = await azurite.InstallAsync(place, Configuration(web));
        await using var program = installation.Run();
        await program.WaitForOutputAsync("Watching", Token);
        await program.InterruptAsync(Token);

        Assert.Equal(0, await program.WaitAsync(Token));
    }

    [Fact]
    public async Task Run_InTheBackgroundOfAShell_IgnoresSigintAndEndsWithItsSummaryBySigterm()
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/feed.xml", new NewsItem("News", "https://news.example.org/1"));
        web.Answer("/hook", StatusCodes.Status204NoContent);
        using var installation = new Installation(Configuration(web));
        await using var program = BuiltProgram.StartIgnoringInterrupts(
            "alerts.dll", "run", "--config", installation.Config, "--data", installation.Data.Path, "--listen", "http://127.0.0.1:0");
        await program.WaitForOutputAsync("desk", Token);

        await program.SignalAsync("INT", Token);
        await program.InterruptAsync(Token);

        Assert.Equal((0, ""), (await program.WaitAsync(Token), program.Error));
        Assert.Contains("sent to desk: News (News)\n", program.Output, StringComparison.Ordinal);
        Assert.Contains("1 alert delivered in 1 message", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AgainWhileAFeedFails_PrintsItWithItsAddressAndCountsIt()
    {
        await using var web = await LocalWeb.StartAsync();
        web.Answer("/feed.xml", StatusCodes.Status404NotFound);
        using var installation = new Installation(Configuration(web));
        var first = await installation.RunOnceAsync(Token);
        var again = await installation.RunOnceAsync(Token);
        var status = await installation.StatusAsync(Token);

        Assert.All([first, again], ended =>
        {
            Assert.Matches($@"(?m)^\d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d  {Regex.Escape(web["/feed.xml"].AbsoluteUri)}: .*404", ended.Output);
            Assert.Contains("; 1 of 1 feed fails.\n", ended.Output, StringComparison.Ordinal);
        });
        Assert.StartsWith("No runner is at work. The last one ended ", status.Output, StringComparison.Ordinal);
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
