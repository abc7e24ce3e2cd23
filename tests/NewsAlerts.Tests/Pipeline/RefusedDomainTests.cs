using NewsAlerts.Pipeline;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Pipeline;

public class RefusedDomainTests
{
    [Fact]
    public async Task Run_TwoFeedsOfADomainRefused_ItsOthersWaitInEveryShard()
    {
        await using var world = await World.StartAsync();
        var paths = Enumerable.Range(0, 250).Select(number => $"/{number}").ToList();
        paths.ForEach(path => world.Refuse(path, 429));
        using var service = world.Service(new RecordingChannel(), paths, ("one", "Taiwan"));

        await service.RunOnceAsync();

        // Two are asked at a time: a second line may be on its way when the first is refused.
        Assert.InRange(world.Asked.Count(), 2, 4);
        var status = await service.Get<ReadStatus>().RunAsync(TestContext.Current.CancellationToken);
        var waiting = status.Feeds.Where(feed => feed.LastPoll is null).ToList();
        Assert.InRange(waiting.Count, 246, 248);
        Assert.All(waiting, feed => Assert.Matches("^not asked before 2026-03-14 09:[34][0-9] UTC: other feeds of 127.0.0.1 were refused$", feed.Error));
    }

    [Fact]
    public async Task Run_DomainMayBeAskedAgain_EveryFeedIsRead()
    {
        await using var world = await World.StartAsync();
        world.Refuse("/a", 503);
        world.Refuse("/b", 503);
        world.Serve("/c");
        using var service = world.Service(new RecordingChannel(), ["/a", "/b", "/c"], ("one", "Taiwan"));
        await service.RunOnceAsync();

        world.Serve("/a");
        world.Serve("/b");
        for (var minute = 0; minute < 20; minute++)
        {
            world.Time.Advance(TimeSpan.FromMinutes(1));
            await service.RunOnceAsync();
        }

        var status = await service.Get<ReadStatus>().RunAsync(TestContext.Current.CancellationToken);
        Assert.All(status.Feeds, feed => Assert.Null(feed.Error));
        Assert.All(status.Feeds, feed => Assert.NotNull(feed.LastPoll));
    }
}
