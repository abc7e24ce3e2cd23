using NewsAlerts.Monitoring;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Polling;

public class RefusedDomainTests
{
    private const int HoursOfThreeDays = 72;

    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Run_FeedsOfADomainAskForFewerRequests_ItsOthersWaitInEveryShard()
    {
        await using var world = await World.StartAsync(isOwn: false);
        var paths = Enumerable.Range(0, 250).Select(number => $"/{number}").ToList();
        paths.ForEach(path => world.Refuse(path, 429));
        using var service = world.Service(new RecordingChannel(), paths, ("one", "Taiwan"));

        await service.RunOnceAsync();

        // Two are asked at a time until two are refused, and then one.
        Assert.InRange(world.Asked.Count(), 3, 4);
        var status = await service.Get<ReadStatus>().RunAsync(TestContext.Current.CancellationToken);
        var waiting = status.Feeds.Where(feed => feed.LastPoll is null).ToList();
        Assert.InRange(waiting.Count, 246, 247);
        Assert.All(waiting, feed => Assert.Matches("^not asked before 2026-03-14 09:[34][0-9] UTC: other feeds of 127.0.0.1 were refused$", feed.Error));
    }

    [Fact]
    public async Task Run_DomainMayBeAskedAgain_EveryFeedIsRead()
    {
        await using var world = await World.StartAsync(isOwn: false);
        string[] paths = ["/a", "/b", "/c", "/d", "/e"];
        foreach (var path in paths)
        {
            world.Refuse(path, 429);
        }

        using var service = world.Service(new RecordingChannel(), paths, ("one", "Taiwan"));
        await service.RunOnceAsync();

        foreach (var path in paths)
        {
            world.Serve(path);
        }

        for (var minute = 0; minute < 40; minute++)
        {
            world.Time.Advance(TimeSpan.FromMinutes(1));
            await service.RunOnceAsync();
        }

        var status = await service.Get<ReadStatus>().RunAsync(TestContext.Current.CancellationToken);
        Assert.All(status.Feeds, feed => Assert.Null(feed.Error));
        Assert.All(status.Feeds, feed => Assert.NotNull(feed.LastPoll));
    }

    [Theory]
    [InlineData(503, 2, false)]
    [InlineData(500, 5, false)]
    [InlineData(429, 2, false)]
    [InlineData(429, 7, false)]
    [InlineData(429, 7, true)]
    public async Task Run_DeadRoutesOfAHost_DoNotStarveTheOthersForThreeDays(int status, int dead, bool isOwn)
    {
        await using var world = await World.StartAsync(isOwn);
        var routes = Enumerable.Range(0, dead + 3).Select(number => $"/{number}").ToList();
        foreach (var route in routes.Take(dead))
        {
            world.Refuse(route, status);
        }

        foreach (var route in routes.Skip(dead))
        {
            world.Serve(route);
        }

        using var service = world.Service(new RecordingChannel(), routes, ("one", "Taiwan"));
        for (var minute = 0; minute < HoursOfThreeDays * 60; minute += (int)Tick.TotalMinutes)
        {
            await service.RunOnceAsync();
            world.Time.Advance(Tick);
        }

        var polls = world.Asked.CountBy(path => path).ToDictionary();
        var alone = HoursOfThreeDays * 60 / Tick.TotalMinutes;
        Assert.All(routes.Skip(dead), route => Assert.InRange(polls[route], 0.95 * alone, alone));
        Assert.All(routes.Take(dead), route => Assert.InRange(polls[route], 1, 20));
    }
}
