using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.Delivery.State;
using NewsAlerts.Subscriptions;
using NewsAlerts.Tests.Subscriptions;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Delivery;

/// <summary>
/// What happens while a schedule that its reader has ended is cleared. The clock begins at 09:26:53 UTC; an alert for the digest of
/// 12:00 waits, one of its rules is told at once meanwhile, and the other one's subscription has ended.
/// </summary>
public class ClearDestinationTests
{
    private const string Me = "me@example.org";
    private const string Daily = "daily 12:00";

    private static readonly string Digest = NameOf(People.Watching("Taiwan", Daily));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_TakenBackWhileItIsCleared_IsToldByOneScheduleOnly()
    {
        await using var world = await World.StartAsync();
        var documents = new InterruptedDocuments();
        using var service = await ServiceAsync(world, documents);
        using var beside = service.Beside();
        documents.BeforeDelete("destinations/subscriber", async () =>
        {
            await TakeBackAsync(service);

            // Whoever is told by one schedule is told by the other one before that is written down.
            documents.BeforeWrite("told/", service.WorkAsync);
            await beside.Get<SendAlerts>().RunAsync(new WakeDestination { Destination = Digest }, "another", Token);
        });

        await ClearAsync(world, service);

        Assert.True(documents.IsDone);
        Assert.Equal("Taiwan", Assert.Single(Told(service)));
    }

    [Fact]
    public async Task Run_AlertComesForItWhileItIsCleared_IsTold()
    {
        await using var world = await World.StartAsync();
        var documents = new InterruptedDocuments();
        using var service = await ServiceAsync(world, documents);
        using var beside = service.Beside();
        var waits = Assert.Single((await service.Get<DestinationStates>().ReadAsync(Digest, Token))?.Pending ?? []);
        documents.BeforeDelete("destinations/subscriber", async () =>
        {
            await TakeBackAsync(service);
            var other = new AlertReference(new string('b', 32), waits.Index, ["Taiwan"]) { Batch = waits.Batch };
            await beside.Get<SendAlerts>().RunAsync(new WakeDestination { Destination = Digest, Alerts = [other] }, "another", Token);
        });

        await ClearAsync(world, service);

        Assert.Equal([waits.Id, new string('b', 32)], service.Channel.Sent.Where(sent => sent.To.To == Me).SelectMany(sent => sent.Delivery.Alerts).Select(alert => alert.Id));
    }

    [Fact]
    public async Task Run_NobodyComesMeanwhile_NothingIsLeftOfIt()
    {
        await using var world = await World.StartAsync();
        using var service = await ServiceAsync(world, new InterruptedDocuments());

        await ClearAsync(world, service);

        Assert.Single(Told(service));
        Assert.Null(await service.Get<DestinationStates>().ReadAsync(Digest, Token));
    }

    private static async Task<TestService> ServiceAsync(World world, InterruptedDocuments documents)
    {
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        var channel = new RecordingChannel { Type = "email" };
        using var configured = world.Service(channel, ["/a"], ("asia", "Taiwan OR Japan"));
        var service = new TestService(configured.Get<CurrentConfiguration>().Snapshot.Configuration, channel, world.Time, documents);
        await SetAsync(service, People.Watching("Taiwan", Daily), People.Following("asia", Daily));
        await service.RunOnceAsync();
        await SetAsync(service, People.Following("asia"));
        return service;
    }

    private static Task TakeBackAsync(TestService service) =>
        SetAsync(service, People.Watching("Taiwan", Daily), People.Following("asia"));

    // The digest is due: its destination is woken, and is no more. Then two days pass.
    private static async Task ClearAsync(World world, TestService service)
    {
        for (var hour = 0; hour < 50; hour++)
        {
            world.Time.Advance(TimeSpan.FromHours(1));
            await service.WakeAsync();
            await service.WorkAsync();
        }
    }

    private static Task SetAsync(TestService service, params IReadOnlyList<Subscription> subscriptions) =>
        service.Get<Subscribers>().SetAsync(People.Person(Me, subscriptions));

    private static IEnumerable<string?> Told(TestService service) => service.Channel.Sent
        .Where(sent => sent.To.To == Me)
        .SelectMany(sent => sent.Delivery.Alerts)
        .Select(alert => alert.Item.Title);

    private static string NameOf(Subscription subscription) =>
        SubscriberName.Of(SubscriberId.Of(Me), SubscriptionSchedule.KeyOf(subscription));
}
