using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Delivery.State;
using NewsAlerts.Messages;
using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Monitoring.Incidents;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Delivery;

/// <summary>More comes for a destination than its document holds.</summary>
public class BurstTests
{
    private const int Many = 3_000;

    private static readonly string LongRule = new('r', 2_000);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("at once")]
    [InlineData("group")]
    [InlineData("daily")]
    [InlineData("quiet")]
    [InlineData("max")]
    [InlineData("pace")]
    public async Task Send_Burst_EveryAlertOnceWhateverTheTiming(string timing)
    {
        await using var world = await World.StartAsync();
        using var service = Service(world, new RecordingChannel { Room = 20 }, Timings[timing]);

        await BringAsync(service, Many);
        await LiveAsync(service, TimeSpan.FromDays(2), until: () => service.Channel.Attempts.Sum(delivery => delivery.Alerts.Count) >= Many);

        Assert.Equal(Ids(Many).Order(StringComparer.Ordinal), Told(service).Order(StringComparer.Ordinal));
        Assert.Equal(0, service.Poison);
        await AssertNothingIsLeftAsync(service);
    }

    [Fact]
    public async Task Send_DigestOfABurstForPeople_ShowsTheNewestAndCountsTheRestAndTellsNothingLater()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world, new RecordingChannel { Room = 10, IsForPeople = true }, Timings["daily"]);

        await BringAsync(service, Many);
        await LiveAsync(service, TimeSpan.FromDays(1));
        await BringAsync(service, Many);
        await LiveAsync(service, TimeSpan.FromDays(1));

        Assert.Equal([0, 0, 0, 0, Many - 50], service.Channel.Attempts.Select(delivery => delivery.Digest?.More ?? -1));
        Assert.Equal(50, Told(service).Intersect(Ids(Many)).Count());
        await AssertNothingIsLeftAsync(service);
    }

    [Fact]
    public async Task Send_DigestOfABurstOfTwoDays_EachDayInItsOwn()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world, new RecordingChannel { Room = 10, IsForPeople = true }, Timings["daily"]);
        await BringAsync(service, Many);

        // Late: what has come since it was due is on the same page, and belongs to the next one.
        world.Time.Advance(TimeSpan.FromHours(4));
        await BringAsync(service, Many / 2, from: Many);
        var first = service.Channel.Attempts.Sum(delivery => delivery.Alerts.Count + (delivery.Digest?.More ?? 0));
        await LiveAsync(service, TimeSpan.FromDays(1));
        var all = service.Channel.Attempts.Sum(delivery => delivery.Alerts.Count + (delivery.Digest?.More ?? 0));

        Assert.Equal((Many, Many + (Many / 2)), (first, all));
        await AssertNothingIsLeftAsync(service);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_ProcessEndsBeforeAnyWrite_NothingLostAndOnlyWhatWasInFlightRepeats(bool isDigestForPeople)
    {
        await using var world = await World.StartAsync();
        var crashes = 0;
        for (var write = 1; ; write++)
        {
            var channel = new RecordingChannel { Room = 60, IsForPeople = isDigestForPeople };
            using var service = Service(world, channel, isDigestForPeople ? Timings["quiet"] : World.AtOnce, LongRule, new ManualTime());
            await SendAsync(service, 180, LongRule);
            service.CrashBeforeWrite(write);

            await service.WorkAsync();
            await LiveAsync(service, TimeSpan.FromDays(1));

            var deliveries = channel.Attempts.DistinctBy(delivery => delivery.Id).ToList();
            Assert.InRange(channel.Attempts.Count - deliveries.Count, 0, service.Crashes);
            Assert.Equal(180, deliveries.Sum(delivery => delivery.Alerts.Count + (delivery.Digest?.More ?? 0)));
            Assert.Equal(180, deliveries.SelectMany(delivery => delivery.Alerts).Select(alert => alert.Id).Distinct().Count());
            Assert.Equal(0, service.Poison);
            Assert.Equal(0, (await StateAsync(service)).Undelivered);
            crashes += service.Crashes;
            if (service.Crashes == 0)
            {
                break;
            }
        }

        Assert.InRange(crashes, 12, 200);
    }

    [Fact]
    public async Task Send_AlertOnAPageMatchesAnotherRule_ListsBoth()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world, new RecordingChannel { Room = 100 }, Timings["quiet"]);
        await BringAsync(service, Many);
        Assert.NotEmpty((await StateAsync(service)).AllPages);

        await BringAsync(service, Many, "other");
        await LiveAsync(service, TimeSpan.FromDays(1));

        Assert.Equal(Many, Told(service).Count);
        Assert.All(service.Channel.Attempts.SelectMany(delivery => delivery.Alerts), alert => Assert.Equal(["one", "other"], alert.Rules.Select(rule => rule.Name)));
        await AssertNothingIsLeftAsync(service);
    }

    [Fact]
    public async Task Send_RuleIsMutedWhileItsAlertsWaitOnPages_TellsNothingAfterwards()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world, new RecordingChannel { Room = 100 }, Timings["daily"]);
        await BringAsync(service, Many);

        service.Configure(whole => whole with { Rules = [whole.Rules[0] with { MutedUntil = world.Time.GetUtcNow().AddHours(1) }] });
        await BringAsync(service, 1, from: Many);
        await LiveAsync(service, TimeSpan.FromDays(1));

        Assert.Empty(service.Channel.Attempts);
        await AssertNothingIsLeftAsync(service);
    }

    [Fact]
    public async Task Send_Burst_EachAlertIsWrittenAFewTimesOnly()
    {
        await using var world = await World.StartAsync();
        var (small, large) = (await MeasureAsync(Many), await MeasureAsync(Many * 4));

        Assert.InRange(large.Bytes / (double)small.Bytes, 2, 5);
        Assert.InRange(large.Operations / (double)small.Operations, 2, 5);
        Assert.InRange(large.Largest, 1, 600_000);

        async Task<(long Bytes, int Operations, int Largest)> MeasureAsync(int count)
        {
            var documents = new CountingDocuments(new MemoryDocuments());
            using var service = Service(world, new RecordingChannel { Room = 20 }, World.AtOnce, documents: documents);
            await BringAsync(service, count);
            await LiveAsync(service, TimeSpan.FromHours(1), until: () => service.Channel.Attempts.Sum(delivery => delivery.Alerts.Count) >= count);
            Assert.Equal(count, Told(service).Count);
            return (documents.Bytes, documents.Reads + documents.Writes, documents.Largest);
        }
    }

    [Fact]
    public async Task Watch_DeadDestination_WhatIsTooOldIsDroppedAndAnIncidentSaysHowMuch()
    {
        await using var world = await World.StartAsync();
        var isGone = true;
        var channel = new RecordingChannel
        {
            Room = 100,
            AnswerTo = to => isGone && to.Name == "desk" ? new DeliveryResult(DeliveryOutcome.Gone, "The receiver answered 410.") : null,
        };
        using var service = Service(world, channel, World.AtOnce, keep: TimeSpan.FromDays(10));
        await BringAsync(service, Many);
        var waiting = (await StateAsync(service)).Waiting;

        await DaysAsync(9);
        Assert.Equal(waiting, (await StateAsync(service)).Waiting);
        await DaysAsync(2);

        var state = await StateAsync(service);
        Assert.Equal((0, waiting), (state.Waiting, state.Dropped?.Count));
        Assert.Empty(state.AllPages);
        var incident = Assert.Single(await service.Get<IncidentLog>().ReadAsync(Token), incident => incident.Kind == IncidentKind.AlertsDropped.Id);
        Assert.Contains($"{Counted.Of(waiting, "alert")} that waited for it were dropped", incident.Text, StringComparison.Ordinal);
        Assert.Contains(Ops.Told(channel), notice => notice.Title.Contains("were dropped", StringComparison.Ordinal));

        isGone = false;
        service.Move("https://moved.example/");
        await DaysAsync(1);
        Assert.DoesNotContain(await service.Get<IncidentLog>().ReadAsync(Token), incident => incident.Kind == IncidentKind.AlertsDropped.Id);

        async Task DaysAsync(int days)
        {
            for (var hour = 0; hour < days * 24; hour += 6)
            {
                service.Time.Advance(TimeSpan.FromHours(6));
                await service.WakeAsync();
                await service.WorkAsync();
                await service.WatchAsync();
            }
        }
    }

    private static Dictionary<string, DeliveryTiming> Timings { get; } = new()
    {
        ["at once"] = World.AtOnce,
        ["group"] = new(),
        ["daily"] = new() { Digests = new SendSchedule(SendEvery.Day, new TimeOnly(12, 0)) },
        ["quiet"] = World.AtOnce with { Quiet = new QuietHours(new TimeOnly(9, 0), new TimeOnly(12, 0)) },
        ["max"] = World.AtOnce with { MostAnHour = 20 },
        ["pace"] = World.AtOnce with { Pace = TimeSpan.FromMinutes(1) },
    };

    private static IReadOnlyList<string> Ids(int count) => Burst.Ids(0, count);

    private static List<string> Told(TestService service) =>
        [.. service.Channel.Attempts.SelectMany(delivery => delivery.Alerts).Select(alert => alert.Id)];

    private static TestService Service(
        World world,
        RecordingChannel channel,
        DeliveryTiming timing,
        string rule = "one",
        ManualTime? time = null,
        IDocumentStore? documents = null,
        TimeSpan? keep = null)
    {
        var configuration = Ops.Configuration(world, [], ["ops"]);
        return new TestService(
            configuration with
            {
                Settings = configuration.Settings with { Keep = keep ?? configuration.Settings.Keep },
                Rules = [Ops.Rule(rule, "Taiwan")],
                Destinations = [.. configuration.Destinations.Select(destination => destination.Name == "desk" ? destination with { Timing = timing } : destination)],
            },
            channel,
            time ?? world.Time,
            documents);
    }

    // One message after the other, as the steps before send them.
    private static async Task BringAsync(TestService service, int count, string rule = "one", int from = 0)
    {
        await SendAsync(service, count, rule, from);
        await service.WorkAsync();
    }

    private static Task SendAsync(TestService service, int count, string rule, int from = 0) =>
        Burst.BringAsync(service.Get<ItemArchive>(), service.Get<StepMessages>(), service.Time.GetUtcNow(), from, count, rule, Token);

    private static async Task LiveAsync(TestService service, TimeSpan time, Func<bool>? until = null)
    {
        for (var end = service.Time.GetUtcNow() + time; service.Time.GetUtcNow() < end && until?.Invoke() != true;)
        {
            service.Time.Advance(TimeSpan.FromMinutes(10));
            await service.WakeAsync();
            await service.WorkAsync();
        }
    }

    private static async Task<DestinationState> StateAsync(TestService service) =>
        await service.Get<DestinationStates>().ReadAsync("desk", Token) ?? throw new InvalidOperationException("nothing ever waited");

    private static async Task AssertNothingIsLeftAsync(TestService service)
    {
        Assert.Equal(0, (await StateAsync(service)).Undelivered);
        Assert.Empty(await service.Documents.ListAsync("waiting/", Token).ToListAsync(Token));
    }
}
