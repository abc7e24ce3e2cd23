using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Delivery;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Delivery;

public class ReplayDeliveryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_Delivered_SentOnceMoreUnderTheSameIdHoweverOftenItsMessageComes()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        var channel = new RecordingChannel();
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();
        var id = Assert.Single(channel.Attempts).Id;

        Assert.Equal(DeliveryStatus.Delivered, Assert.Single(await ReplayAsync(service, id)).Status);
        await service.HandleAsync(Assert.IsType<QueueMessage>(await service.NextAsync()));
        service.Queue.ReleaseHeld();
        await service.RunOnceAsync();

        Assert.Equal([id, id], channel.Attempts.Select(attempt => attempt.Id));
        Assert.Equal("Taiwan", Assert.Single(channel.Attempts[1].Alerts).Item.Title);
        Assert.Equal(2, Assert.Single(await FindAsync(service, id)).Attempts.Count);

        await ReplayAsync(service, id[..12]);
        await service.RunOnceAsync();

        Assert.Equal(3, channel.Attempts.Count);
    }

    [Fact]
    public async Task Run_ProcessEndsAtAnyWrite_TheDeliveryGoesOutOnceMoreAndNotForEver()
    {
        for (var write = 1; ; write++)
        {
            await using var world = await World.StartAsync();
            world.Serve("/a", ("Taiwan", "https://news.example/1"));
            var channel = new RecordingChannel();
            using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
            await service.RunOnceAsync();
            await ReplayAsync(service, channel.Attempts[0].Id);
            service.CrashBeforeWrite(write);
            await service.RunOnceAsync();
            await service.RunOnceAsync();

            // Only what was in flight at the crash may repeat.
            Assert.InRange(channel.Attempts.Count, 2, 3);
            Assert.Single(channel.Attempts.Select(attempt => attempt.Id).Distinct());
            if (service.Crashes == 0)
            {
                Assert.InRange(write, 4, 100);
                break;
            }
        }
    }

    [Fact]
    public async Task Run_GivenUp_SentAgainAndNoLongerPoison()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        var channel = new RecordingChannel(attempt => attempt == 1
            ? new DeliveryResult(DeliveryOutcome.Refused, "It is not to its taste.", 422)
            : new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();
        Assert.Equal(1, service.Poison);

        await ReplayAsync(service, channel.Attempts[0].Id);
        Assert.Equal(0, service.Poison);
        await service.RunOnceAsync();

        Assert.Equal(2, channel.Attempts.Count);
        Assert.Equal(DeliveryStatus.Delivered, Assert.Single(await FindAsync(service, channel.Attempts[0].Id)).Status);
    }

    [Fact]
    public async Task Run_StillTried_TriedNow()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        var channel = new RecordingChannel(_ => new DeliveryResult(DeliveryOutcome.Failed, "It is down.", 500));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();

        Assert.Equal(DeliveryStatus.Retrying, Assert.Single(await ReplayAsync(service, channel.Attempts[0].Id)).Status);
        await service.RunOnceAsync();

        Assert.Equal(2, channel.Attempts.Count);
    }

    [Fact]
    public async Task Run_UnknownId_NothingIsSent()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        var channel = new RecordingChannel();
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();

        Assert.Empty(await ReplayAsync(service, "msg_00000000"));
        await service.RunOnceAsync();

        Assert.Single(channel.Attempts);
    }

    private static Task<IReadOnlyList<DeliveryRecord>> ReplayAsync(TestService service, string id) =>
        service.Get<ReplayDelivery>().RunAsync(id, Token);

    private static Task<IReadOnlyList<DeliveryRecord>> FindAsync(TestService service, string id) =>
        service.Get<DeliverySearch>().FindAsync(id, Token);
}
