using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>The built program on a storage account.</summary>
public sealed class AzureRunTests(AzuriteFixture azurite)
{
    private const int Feeds = 4;
    private const int ItemsAFeed = 60;
    private const int ItemsMoreAPoll = 3;

    // What a killed runner held comes back when its holds run out.
    private static readonly TimeSpan HoldsRunOut = TimeSpan.FromMinutes(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunOnce_Twice_EveryAlertOnce()
    {
        await using var web = await ServeAsync(_ => ItemsAFeed);
        using var installation = new Installation(ManyFeeds.Configuration(web, Feeds), (await azurite.NewAccountAsync()).ConnectionString);

        var first = await installation.RunOnceAsync(Token);
        Assert.True(first.ExitCode == 0, first.Error);
        AssertComplete(web, ItemsAFeed);

        var second = await installation.RunOnceAsync(Token);
        Assert.True(second.ExitCode == 0, second.Error);
        AssertComplete(web, ItemsAFeed);
        Assert.Equal(Feeds * ItemsAFeed, AlertIds(web).Count());
        Assert.False(Directory.Exists(installation.Data.Path), "nothing belongs into the data folder but emails");
    }

    [Fact]
    public async Task Run_TwoAtOnceAndTheBusyOneIsKilled_TheOtherGoesOnAndNothingIsLostOrToldTwice()
    {
        var itemsAFeed = int.MaxValue;
        await using var web = await ServeAsync(polls => Math.Min(polls * ItemsMoreAPoll, itemsAFeed));
        using var installation = new Installation(ManyFeeds.Configuration(web, Feeds), (await azurite.NewAccountAsync()).ConnectionString);
        await using var one = installation.Run();
        await using var other = installation.Run();
        foreach (var runner in (BuiltProgram[])[one, other])
        {
            await runner.WaitForOutputAsync("Watching", Token);
        }

        // Whose timer is a little ahead may do all the work of so few feeds.
        await Eventually.TrueAsync(() => web.RequestsTo(ManyFeeds.Hook).Count > 5 && (HasWorked(one) || HasWorked(other)), Token);
        var (busy, survivor) = HasWorked(one) ? (one, other) : (other, one);
        await busy.KillAsync(Token);

        // A few polls more than there were: none that is being answered shows more than that.
        itemsAFeed = (Enumerable.Range(0, Feeds).Max(feed => web.RequestsTo(ManyFeeds.PathOf(feed)).Count) + 2) * ItemsMoreAPoll;
        await Eventually.TrueAsync(() => AlertIds(web).Distinct().Count() == Feeds * itemsAFeed, HoldsRunOut, Token);
        await survivor.InterruptAsync(Token);
        Assert.Equal(0, await survivor.WaitAsync(Token));

        Assert.True(HasWorked(survivor));
        AssertComplete(web, itemsAFeed);
        Assert.InRange(web.RequestsTo(ManyFeeds.Hook).CountBy(DeliveryId).Count(delivery => delivery.Value > 1), 0, 1);
        Assert.Empty(await installation.PoisonAsync(Token));
    }

    [Fact]
    public async Task Replay_DeliveryThatWasRefused_SentAgainUnderItsId()
    {
        await using var web = await ServeAsync(_ => ItemsAFeed);
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
    private static void AssertComplete(LocalWeb web, int itemsAFeed)
    {
        var links = web.RequestsTo(ManyFeeds.Hook).DistinctBy(DeliveryId).SelectMany(request => request.Links());
        var expected = from feed in Enumerable.Range(0, Feeds) from item in Enumerable.Range(0, itemsAFeed) select ManyFeeds.LinkOf(feed, item);
        Assert.Equal(expected.Order(StringComparer.Ordinal), links.Order(StringComparer.Ordinal));
    }

    private static bool HasWorked(BuiltProgram runner) =>
        runner.Output.Contains("new item", StringComparison.Ordinal) || runner.Output.Contains("was told", StringComparison.Ordinal);

    private static string DeliveryId(ReceivedRequest request) => request.Headers["webhook-id"];

    private static IEnumerable<string> AlertIds(LocalWeb web) => web.RequestsTo(ManyFeeds.Hook).SelectMany(request => request.AlertIds());

    private static async Task<LocalWeb> ServeAsync(Func<int, int> itemsAtPoll)
    {
        var web = await LocalWeb.StartAsync();
        web.Answer(ManyFeeds.Hook, _ => Task.Delay(20, Token));
        foreach (var feed in Enumerable.Range(0, Feeds))
        {
            var path = ManyFeeds.PathOf(feed);
            web.Answer(path, context =>
                context.Response.WriteAsync(NewsItem.ToRss(ManyFeeds.ItemsOf(feed, itemsAtPoll(web.RequestsTo(path).Count)))));
        }

        return web;
    }
}
