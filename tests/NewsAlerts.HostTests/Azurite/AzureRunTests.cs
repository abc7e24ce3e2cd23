using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>The built program on a storage account.</summary>
public sealed class AzureRunTests(AzuriteFixture azurite)
{
    private const int Feeds = 4;
    private const int ItemsAFeed = 60;
    private const int Items = Feeds * ItemsAFeed;

    // What a killed runner held comes back when its holds run out.
    private static readonly TimeSpan HoldsRunOut = TimeSpan.FromMinutes(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunOnce_Twice_EveryAlertOnce()
    {
        await using var web = await ServeAsync(itemsMoreAPoll: ItemsAFeed);
        using var installation = new Installation(ManyFeeds.Configuration(web, Feeds), (await azurite.NewAccountAsync()).ConnectionString);

        var first = await installation.RunOnceAsync(Token);
        Assert.True(first.ExitCode == 0, first.Error);
        AssertComplete(web);

        var second = await installation.RunOnceAsync(Token);
        Assert.True(second.ExitCode == 0, second.Error);
        AssertComplete(web);
        Assert.Equal(Items, AlertIds(web).Count());
        Assert.False(Directory.Exists(installation.Data.Path), "nothing belongs into the data folder but emails");
    }

    [Fact]
    public async Task Run_TwoAtOnceAndOneIsKilled_ShareTheWorkAndNothingIsLostOrToldTwice()
    {
        await using var web = await ServeAsync(itemsMoreAPoll: 3);
        using var installation = new Installation(ManyFeeds.Configuration(web, Feeds), (await azurite.NewAccountAsync()).ConnectionString);
        await using var one = installation.Run();
        await using var other = installation.Run();
        await one.WaitForOutputAsync("new item", Token);
        await other.WaitForOutputAsync("new item", Token);
        var deliveries = web.RequestsTo(ManyFeeds.Hook).Count;
        await Eventually.TrueAsync(() => web.RequestsTo(ManyFeeds.Hook).Count > deliveries, Token);
        await one.KillAsync(Token);

        await Eventually.TrueAsync(() => AlertIds(web).Distinct().Count() == Items, HoldsRunOut, Token);
        await other.InterruptAsync(Token);
        Assert.Equal(0, await other.WaitAsync(Token));

        AssertComplete(web);
        Assert.InRange(web.RequestsTo(ManyFeeds.Hook).CountBy(DeliveryId).Count(delivery => delivery.Value > 1), 0, 1);
        Assert.Empty(await installation.PoisonAsync(Token));
    }

    [Fact]
    public async Task Replay_DeliveryThatWasRefused_SentAgainUnderItsId()
    {
        await using var web = await ServeAsync(itemsMoreAPoll: ItemsAFeed);
        web.Answer(ManyFeeds.Hook, StatusCodes.Status422UnprocessableEntity);
        using var installation = new Installation(ManyFeeds.Configuration(web, Feeds), (await azurite.NewAccountAsync()).ConnectionString);
        Assert.Equal(3, (await installation.RunOnceAsync(Token)).ExitCode);
        var refused = web.RequestsTo(ManyFeeds.Hook).Select(DeliveryId).ToHashSet();
        Assert.Equal(refused.Count, (await installation.PoisonAsync(Token)).Count);

        web.Answer(ManyFeeds.Hook, StatusCodes.Status204NoContent);
        Assert.Equal(0, (await installation.ReplayAsync(Token)).ExitCode);
        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);

        Assert.Equal(refused, web.RequestsTo(ManyFeeds.Hook).Select(DeliveryId).ToHashSet());
        Assert.Empty(await installation.PoisonAsync(Token));
    }

    /// <summary>Every item is told, and none by two deliveries; a delivery itself may have been tried twice.</summary>
    private static void AssertComplete(LocalWeb web)
    {
        var links = web.RequestsTo(ManyFeeds.Hook).DistinctBy(DeliveryId).SelectMany(request => request.Links());
        var expected = from feed in Enumerable.Range(0, Feeds) from item in Enumerable.Range(0, ItemsAFeed) select ManyFeeds.LinkOf(feed, item);
        Assert.Equal(expected.Order(StringComparer.Ordinal), links.Order(StringComparer.Ordinal));
    }

    private static string DeliveryId(ReceivedRequest request) => request.Headers["webhook-id"];

    private static IEnumerable<string> AlertIds(LocalWeb web) => web.RequestsTo(ManyFeeds.Hook).SelectMany(request => request.AlertIds());

    private static async Task<LocalWeb> ServeAsync(int itemsMoreAPoll)
    {
        var web = await LocalWeb.StartAsync();
        web.Answer(ManyFeeds.Hook, _ => Task.Delay(20, Token));
        for (var feed = 0; feed < Feeds; feed++)
        {
            var items = ManyFeeds.ItemsOf(feed, ItemsAFeed).ToList();
            var path = ManyFeeds.PathOf(feed);
            web.Answer(path, context =>
                context.Response.WriteAsync(NewsItem.ToRss(items.Take(web.RequestsTo(path).Count * itemsMoreAPoll))));
        }

        return web;
    }
}
