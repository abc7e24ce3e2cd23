using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Support;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>What a round costs in operations of the storage account, which are what it bills.</summary>
public sealed class AzureCostTests(AzuriteFixture azurite)
{
    private const int Feeds = 100;
    private const int ItemsAFeed = 30;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunOnce_HundredFeeds_FewOperations()
    {
        await using var web = await LocalWeb.StartAsync();
        web.Answer(ManyFeeds.Hook, StatusCodes.Status204NoContent);
        for (var feed = 0; feed < Feeds; feed++)
        {
            web.Serve(ManyFeeds.PathOf(feed), ManyFeeds.ItemsOf(feed, ItemsAFeed));
        }

        var account = await azurite.NewAccountAsync();
        using var installation = new Installation(ManyFeeds.Configuration(web, Feeds), account.ConnectionString);

        var started = TimeProvider.System.GetTimestamp();
        var first = await installation.RunOnceAsync(Token);
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        var everythingNew = account.CountOperations();
        var second = await installation.RunOnceAsync(Token);
        var nothingNew = account.CountOperations();
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("100 polls, 0 failed; 0 new items", second.Output, StringComparison.Ordinal);
        var deliveries = web.RequestsTo(ManyFeeds.Hook).Count;
        Print($"{elapsed.TotalSeconds:0.0} s, {deliveries} deliveries");
        foreach (var (kind, count) in nothingNew)
        {
            Print($"{kind,-14} {everythingNew.GetValueOrDefault(kind),6} {count - everythingNew.GetValueOrDefault(kind),6}");
        }

        Assert.Equal(Feeds * ItemsAFeed, web.RequestsTo(ManyFeeds.Hook).SelectMany(request => request.AlertIds()).Distinct().Count());
        Assert.InRange(everythingNew.Values.Sum(), 1, 200 + (8 * deliveries));
        Assert.InRange(nothingNew.Values.Sum() - everythingNew.Values.Sum(), 1, 60);
    }

    private static void Print(FormattableString line) =>
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(line));
}
