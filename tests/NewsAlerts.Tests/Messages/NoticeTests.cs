using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Configuration.Values;
using NewsAlerts.Delivery;
using NewsAlerts.Delivery.State;
using NewsAlerts.Messages;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Channels;
using NewsAlerts.Tests.Support;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Tests.Messages;

/// <summary>Notices on their way from the queue to a destination.</summary>
public class NoticeTests
{
    private static readonly DeliveryResult Down = new(DeliveryOutcome.Failed, "It is down.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_DigestQuietHoursAndHourlyMost_GoesAtOnceAndLeavesAlertsWaiting()
    {
        await using var world = await World.StartAsync();
        var timing = new DeliveryTiming { Digests = ScheduleText.Parse("daily 20:00"), Quiet = QuietText.Parse("00:00-12:00"), MostAnHour = 1 };
        using var service = world.Service(new RecordingChannel(), ["/a"], timing, ("one", "Taiwan"));
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        await service.RunOnceAsync();
        Assert.Empty(service.Channel.Attempts);

        await SendAsync(service, Notices.Problem);
        await SendAsync(service, Notices.Confirmation);
        await service.RunOnceAsync();

        Assert.Equal([Notices.Problem.Title, Notices.Confirmation.Title], service.Channel.Attempts.Select(delivery => delivery.Notice?.Title));
        Assert.All(service.Channel.Attempts, delivery => Assert.Empty(delivery.Alerts));
        var state = await service.Get<DestinationStates>().ReadAsync("desk", Cancellation);
        Assert.Single(state?.Pending ?? []);
        Assert.Empty(state?.Planned ?? []);
    }

    [Fact]
    public async Task Send_SameNoticeTwice_ToldOnce()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(), []);

        await SendAsync(service, Notices.Problem);
        await SendAsync(service, Notices.Problem);
        await service.RunOnceAsync();
        await SendAsync(service, Notices.Problem with { Title = "In other words" });
        await service.RunOnceAsync();

        // Stored for months: the id never changes.
        var told = Assert.Single(service.Channel.Attempts);
        Assert.Equal("msg_7d85a43710c733d21c9b013dfda1d2ff", told.Id);
    }

    [Fact]
    public async Task Send_Fails_TriedAgainUnderTheSameIdAndInTheLedger()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(attempt => attempt == 1 ? Down : new(DeliveryOutcome.Delivered, "Accepted.")), []);
        await SendAsync(service, Notices.Problem);
        await service.RunOnceAsync();

        world.Time.Advance(TimeSpan.FromSeconds(10));
        await service.RunOnceAsync();

        Assert.Equal(2, service.Channel.Attempts.Count);
        var record = Assert.Single(await FindAsync(service, service.Channel.Attempts[0].Id));
        Assert.Equal((DeliveryStatus.Delivered, 2, Notices.Problem.Title), (record.Status, record.Attempts.Count, record.Notice?.Title));
        Assert.Equal(Notices.Problem.Entries, record.Notice?.Entries);
    }

    [Fact]
    public async Task Send_Refused_IsPoisonAndCanBeReplayed()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(
            new RecordingChannel(attempt => new(attempt == 1 ? DeliveryOutcome.Refused : DeliveryOutcome.Delivered, "So it is.")), []);
        await SendAsync(service, Notices.Problem);
        await service.RunOnceAsync();
        Assert.Equal(1, service.Poison);

        await service.Get<PoisonMessages>().ReplayAsync(Queues.Alerts, Cancellation);
        await service.RunOnceAsync();

        Assert.Equal(2, service.Channel.Attempts.Count);
        Assert.Equal(Notices.Problem.Entries, service.Channel.Attempts[1].Notice?.Entries);
        Assert.Equal(service.Channel.Attempts[0].Id, service.Channel.Attempts[1].Id);
        Assert.Equal(0, service.Poison);
    }

    [Fact]
    public async Task Send_ProcessEndsAtAnyWrite_OnlyTheOneInFlightMayRepeat()
    {
        for (var write = 1; ; write++)
        {
            await using var world = await World.StartAsync();
            using var service = world.Service(new RecordingChannel(), []);
            await SendAsync(service, Notices.Problem);
            service.CrashBeforeWrite(write);
            await service.RunOnceAsync();
            await service.RunOnceAsync();

            Assert.InRange(service.Channel.Attempts.Count, 1, 2);
            Assert.Single(service.Channel.Attempts.Select(attempt => attempt.Id).Distinct());
            if (service.Crashes == 0)
            {
                Assert.InRange(write, 4, 100);
                break;
            }
        }
    }

    [Fact]
    public async Task Send_UnknownDestination_IsKeptAsPoison()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(), []);

        await service.Get<StepMessages>().SendAsync(new WakeDestination { Destination = "nobody", Notice = Notices.Problem }, TimeSpan.Zero, Cancellation);
        await service.RunOnceAsync();
        world.Time.Advance(TimeSpan.FromMinutes(2));
        await service.RunOnceAsync();

        Assert.Equal(1, service.Poison);
        Assert.Empty(service.Channel.Attempts);
    }

    private static Task SendAsync(TestService service, Notice notice) =>
        service.Get<StepMessages>().SendAsync(new WakeDestination { Destination = "desk", Notice = notice }, TimeSpan.Zero, Cancellation);

    private static Task<IReadOnlyList<DeliveryRecord>> FindAsync(TestService service, string id) =>
        new DeliverySearch(service.Documents).FindAsync(id, Cancellation);
}
