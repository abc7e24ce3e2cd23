using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Monitoring.Incidents;

/// <summary>What a week has brought. The clock begins on Saturday, 14 March 2026.</summary>
public class WeeklySummaryTests
{
    [Fact]
    public async Task Week_IsOver_ToldOnceWithWhatIsStored()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel
        {
            AnswerTo = destination => destination.Name == "desk" ? new DeliveryResult(DeliveryOutcome.Refused, "The receiver answered 413.", 413) : null,
        };
        var configuration = Ops.Configuration(world, ["/a", "/b"], ["ops"]);
        configuration = configuration with
        {
            Settings = configuration.Settings with { WeeklySummary = new SendSchedule(SendEvery.Week, new TimeOnly(8, 0), DayOfWeek.Monday), TimeZone = "Europe/Berlin" },
            Rules = [.. configuration.Rules, Ops.Rule("two", "Japan") with { Notify = ["ops"] }],
        };
        using var service = new TestService(configuration, channel, world.Time);
        world.Serve("/a", ("Taiwan", "https://news.example/1"), ("Japan", "https://news.example/2"), ("Calm", "https://news.example/3"));
        world.Serve("/b");
        await service.RunOnceAsync();
        await service.WatchAsync();
        Assert.DoesNotContain(Ops.Told(channel), notice => notice.Type == "service.summary");

        // Monday, 07:00 UTC.
        service.Time.Advance(new DateTimeOffset(2026, 3, 16, 7, 0, 0, TimeSpan.Zero) - service.Time.GetUtcNow());
        await service.WatchAsync();
        await service.WatchAsync();
        using var beside = service.Beside();
        await beside.WatchAsync();

        var summary = Assert.Single(Ops.Told(channel), notice => notice.Type == "service.summary");
        Assert.Equal("The week: 3 new items, 1 alert told", summary.Title);
        Assert.Equal(
            [
                "From 9 Mar 07:00 to 16 Mar 07:00 UTC, 3 new items came from 1 of 2 feeds.",
                "Told: 1 alert in 2 messages. Given up: 1 message. Still tried: 0 messages.",
                "Feeds have not been polled for an hour. Messages of the queue alerts were given up.",
            ],
            summary.Paragraphs);

        service.Time.Advance(TimeSpan.FromDays(7));
        await service.WatchAsync();
        Assert.Equal(2, Ops.Told(channel).Count(notice => notice.Type == "service.summary"));
        Assert.Equal("The week: 0 new items, 0 alerts told", Ops.Told(channel)[^1].Title);
    }

    [Fact]
    public async Task Week_DeliveryIsGivenUpInItThatWasDecidedBefore_IsCounted()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel
        {
            AnswerTo = destination => destination.Name == "desk" ? new DeliveryResult(DeliveryOutcome.Failed, "The receiver answered 500.", 500) : null,
        };
        using var service = Service(world, channel);
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        await service.RunOnceAsync();
        await Ops.LiveAsync(service, TimeSpan.FromDays(9), TimeSpan.FromHours(2));

        var summaries = Ops.Told(channel).Where(notice => notice.Type == "service.summary").Select(notice => notice.Paragraphs[1]).ToList();
        Assert.Contains("Given up: 1 message", summaries[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Week_MuchIsWrong_FitsTheQueue()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world, new RecordingChannel());
        service.Configure(configuration => configuration with { Settings = configuration.Settings with { NotifyOps = [] } });
        await service.WatchAsync();
        await service.Get<IncidentLog>().UpdateAsync(
            [IncidentKind.RuleSilent],
            [.. Enumerable.Range(0, 60).Select(i => new Incident { Kind = "rule.silent", Key = $"{i}", Name = $"{i}", Text = new string('x', 5_000), Since = service.Time.GetUtcNow() })],
            TestContext.Current.CancellationToken);
        service.Configure(configuration => configuration with { Settings = configuration.Settings with { NotifyOps = ["ops"] } });
        service.Time.Advance(TimeSpan.FromDays(7));

        await service.WatchAsync();

        Assert.Single(Ops.Told(service.Channel), notice => notice.Type == "service.summary");
    }

    [Fact]
    public async Task Week_ClockChanges_BeginsWhereTheLastOneEnded()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world, new RecordingChannel());
        await service.WatchAsync();
        for (var day = 0; day < 24; day++)
        {
            service.Time.Advance(TimeSpan.FromDays(1));
            await service.WatchAsync();
        }

        var times = Ops.Told(service.Channel).Where(notice => notice.Type == "service.summary").Select(notice => notice.Paragraphs[0].Split(" UTC")[0]);
        Assert.Equal(["From 9 Mar 07:00 to 16 Mar 07:00", "From 16 Mar 07:00 to 23 Mar 07:00", "From 23 Mar 07:00 to 30 Mar 06:00", "From 30 Mar 06:00 to 6 Apr 06:00"], times);
    }

    [Fact]
    public async Task Week_NobodyAskedForIt_NothingIsReadForIt()
    {
        await using var world = await World.StartAsync();
        using var service = Ops.Service(world, new RecordingChannel(), [], "ops");

        service.Time.Advance(TimeSpan.FromDays(8));
        await service.WatchAsync();

        Assert.Null(await service.Documents.ReadAsync("service/summary", TestContext.Current.CancellationToken));
        Assert.Empty(service.Channel.Attempts);
    }

    // The week ends on Monday at 8 in Berlin.
    private static TestService Service(World world, RecordingChannel channel)
    {
        var configuration = Ops.Configuration(world, ["/a"], ["ops"]);
        return new TestService(
            configuration with
            {
                Settings = configuration.Settings with { WeeklySummary = new SendSchedule(SendEvery.Week, new TimeOnly(8, 0), DayOfWeek.Monday), TimeZone = "Europe/Berlin" },
            },
            channel,
            world.Time);
    }
}
