using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>The built program on a storage account.</summary>
public sealed class AzureRunTests(AzuriteFixture azurite)
{
    private const int Feeds = 4;
    private const int ItemsAFeed = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunOnce_Twice_EveryAlertOnce()
    {
        await using var web = await ServeAsync();
        using var installation = new Installation(ManyFeeds.Configuration(web, Feeds), (await azurite.NewAccountAsync()).ConnectionString);

        var first = await installation.RunOnceAsync(Token);
        Assert.True(first.ExitCode == 0, first.Error);
        AssertComplete(web);

        var second = await installation.RunOnceAsync(Token);
        Assert.True(second.ExitCode == 0, second.Error);
        AssertComplete(web);
        Assert.Equal(Feeds * ItemsAFeed, AlertIds(web).Count());
        Assert.False(Directory.Exists(installation.Data.Path), "nothing belongs into the data folder but emails");
    }

    [Fact]
    public async Task Replay_DeliveryThatWasRefused_SentAgainUnderItsId()
    {
        await using var web = await ServeAsync();
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

    private static async Task<LocalWeb> ServeAsync()
    {
        var web = await LocalWeb.StartAsync();
        web.Answer(ManyFeeds.Hook, StatusCodes.Status204NoContent);
        foreach (var feed in Enumerable.Range(0, Feeds))
        {
            web.Serve(ManyFeeds.PathOf(feed), ManyFeeds.ItemsOf(feed, ItemsAFeed));
        }

        return web;
    }
}
