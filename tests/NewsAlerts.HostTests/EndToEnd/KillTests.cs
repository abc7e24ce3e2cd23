using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>What must hold however often the process is killed: nothing is lost, and nothing is told twice.</summary>
public sealed class KillTests(AzuriteFixture azurite)
{
    private const int Kills = 20;

    /// <summary>Most of the time, they wait.</summary>
    private const int AtOnce = 4;

    // What a killed process held in a storage account comes back when its holds run out.
    private static readonly TimeSpan HoldsRunOut = TimeSpan.FromMinutes(2);

    private readonly Random _random = new(20260301);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_KilledTwentyTimes_NothingLostAndOnlyWhatWasInFlightRepeats()
    {
        await using var web = await LocalWeb.StartAsync();
        var news = new TwiceToldNews(web, stories: 480);
        var life = 1;
        var inFlight = new List<Dictionary<string, int>>();

        // Every life finds a few stories more in every feed.
        news.Serve(() => (double)life / Kills);
        using var installation = new Installation(news.Configuration());
        for (; life <= Kills; life++)
        {
            await LiveAndBeKilledAsync(installation, life);
            inFlight.Add(news.LastRequests());
        }

        life = Kills;
        await FinishAsync(installation, news);
        Assert.Empty(await installation.PoisonAsync(Token));
        news.AssertToldOnce(inFlight);
    }

    /// <summary>
    /// The same in a storage account. There, whoever comes next waits until the holds of the killed run out, so that one
    /// life after the other would find nothing to do: each kill has an account of its own, and hits work under way.
    /// </summary>
    [Fact]
    public Task RunOnAzure_KilledWhileItWorks_TheNextOneFinishesItAndOnlyWhatWasInFlightRepeats()
    {
        (string Path, int Request, int Milliseconds)[] moments =
        [
            (TwiceToldNews.FirstFeed, 1, 0), (TwiceToldNews.FirstFeed, 1, 100), (TwiceToldNews.FirstFeed, 1, 300),
            ("/desk", 1, 0), ("/archive", 1, 40), ("/desk", 4, 10), ("/archive", 9, 0),
        ];
        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Token };
        return Parallel.ForEachAsync(
            moments, limit, async (moment, _) => await KillOnAzureAsync(moment.Path, moment.Request, moment.Milliseconds));
    }

    /// <summary>
    /// Kills the program so long after a request, which tells that work is under way. A receiver that is asked so holds its
    /// answer back until then; after a feed that is asked so, both do.
    /// </summary>
    private async Task KillOnAzureAsync(string path, int request, int milliseconds)
    {
        await using var web = await LocalWeb.StartAsync();
        var news = new TwiceToldNews(web, stories: 60);
        var isKilled = false;
        news.Serve(() => 1, receiver => !isKilled && (path == TwiceToldNews.FirstFeed || (path == receiver && web.RequestsTo(path).Count >= request)));
        using var installation = await azurite.InstallAsync(Place.Azure, news.Configuration());
        await using (var program = installation.Run())
        {
            await Eventually.TrueAsync(() => web.RequestsTo(path).Count >= request, HoldsRunOut, Token);
            await Task.Delay(milliseconds, Token);
            await program.KillAsync(Token);
            isKilled = true;
        }

        await Task.Delay(50, Token);
        Assert.False(news.IsTold(), $"the kill after request {request} to {path} hit no work");
        var inFlight = news.LastRequests();
        await FinishAsync(installation, news);
        Assert.Empty(await installation.PoisonAsync(Token));
        news.AssertToldOnce([inFlight]);
    }

    // Every other life is counted from the start of the work, so that a slow machine is not killed while it starts alone.
    private async Task LiveAndBeKilledAsync(Installation installation, int life)
    {
        await using var program = installation.Run();
        if (life % 2 == 0)
        {
            await program.WaitForOutputAsync("Watching", Token);
        }

        await Task.Delay(_random.Next(0, 1000), Token);
        await program.KillAsync(Token);

        // The receiver reads what the dead process has still sent.
        await Task.Delay(50, Token);
    }

    private static async Task FinishAsync(Installation installation, TwiceToldNews news)
    {
        await using (var program = installation.Run())
        {
            await program.WaitForOutputAsync("Watching", Token);
            await Eventually.TrueAsync(news.IsTold, HoldsRunOut, Token);
            await program.InterruptAsync(Token);
            Assert.Equal(0, await program.WaitAsync(Token));
        }

        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);
    }
}
