using System.Security.Cryptography;
using NewsAlerts.Archive;
using NewsAlerts.Archive.Segments;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery.State;
using NewsAlerts.Monitoring;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Monitoring;

public class HousekeepTests
{
    private const int Items = 60;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_ProcessEndsBeforeAnyWrite_EveryItemIsThereOnce()
    {
        var crashes = 0;
        for (var write = 1; crashes == write - 1; write++)
        {
            using var service = NewService();
            var names = await StoreAsync(service, Items);
            service.CrashBeforeWrite(write);
            for (var hour = 0; hour < 45; hour++)
            {
                await service.HousekeepAsync();
                await AssertWholeAsync(service, names);
                service.Time.Advance(Hour);
            }

            crashes += service.Crashes;
            await AssertTidyAsync(service);
        }

        Assert.InRange(crashes, 20, 200);
    }

    [Fact]
    public async Task Run_TwoAtOnce_EveryItemIsThereOnce()
    {
        var time = new ManualTime();
        Housekeep? other = null;
        var documents = new MemoryDocuments(name =>
        {
            if (name == "catalogs/archive" && Interlocked.Exchange(ref other, null) is { } overtaking)
            {
                // Everything in memory is done at once.
                overtaking.RunAsync(Token).GetAwaiter().GetResult();
            }
        });
        using var service = NewService(time, documents);
        var names = await StoreAsync(service, Items);
        using var second = NewService(time, documents);
        other = second.Get<Housekeep>();

        await service.HousekeepAsync();

        Assert.Null(other);
        await AssertWholeAsync(service, names);
        for (var day = 0; day < 3; day++)
        {
            time.Advance(Day);
            await service.HousekeepAsync();
        }

        await AssertWholeAsync(service, names);
        await AssertTidyAsync(service);
    }

    [Fact]
    public async Task Run_NothingToDo_CostsAFewOperations()
    {
        var time = new ManualTime();
        var counted = new CountingDocuments(new MemoryDocuments());
        using var service = NewService(time, counted);
        await StoreAsync(service, Items);
        for (var hour = 0; hour < 30; hour++)
        {
            await service.HousekeepAsync();
            time.Advance(Hour);
        }

        (counted.Reads, counted.Lists, counted.Writes) = (0, 0, 0);
        await service.HousekeepAsync();

        Assert.Equal((5, 8, 1), (counted.Reads, counted.Lists, counted.Writes));
        await service.HousekeepAsync();
        Assert.Equal((5, 9, 1), (counted.Reads, counted.Lists, counted.Writes));
    }

    [Fact]
    public async Task Run_OlderThanKeep_Gone()
    {
        using var service = NewService();
        var names = await StoreAsync(service, Items);
        await service.HousekeepAsync();
        service.Time.Advance(90 * Day);
        await service.HousekeepAsync();

        Assert.Equal([Items - 1], (await ScanAsync(service)).Select(NumberOf));
        await Assert.ThrowsAsync<InvalidDataException>(() => new ItemArchive(service.Documents).ReadAsync(names[0], Token));

        service.Time.Advance(Day);
        await service.HousekeepAsync();
        service.Time.Advance(Day);
        await service.HousekeepAsync();
        Assert.Empty(await ScanAsync(service));
        Assert.DoesNotContain(await NamesAsync(service, "merged/archive/"), name => name.Contains("/s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_StoppedForLongerThanKeep_OriginalsAreDroppedToo()
    {
        using var service = NewService();
        await StoreAsync(service, Items);
        service.Time.Advance(200 * Day);

        await service.HousekeepAsync();

        Assert.Empty(await NamesAsync(service, "archive/"));
        Assert.Empty(await NamesAsync(service, "merged/"));
    }

    [Fact]
    public async Task Run_DocumentThatIsNone_OthersAreMerged()
    {
        using var service = NewService();
        await StoreAsync(service, Items);
        await service.Documents.WriteAsync("archive/20260312/0001-broken", "{"u8.ToArray(), WriteCondition.None, null, Token);
        for (var hour = 0; hour < 3; hour++)
        {
            await service.HousekeepAsync();
            service.Time.Advance(Hour);
        }

        Assert.Equal(["archive/20260312/0001-broken"], (await NamesAsync(service, "archive/")).Where(name => !name.StartsWith("archive/20260314", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_DeliveryIsInRetryMeanwhile_ToldWithItsTexts()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan talks", "https://news.example/1"));
        var channel = new RecordingChannel(attempt => attempt < 8
            ? new DeliveryResult(DeliveryOutcome.Failed, "It is down.")
            : new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        for (var hour = 0; hour < 72; hour++)
        {
            await service.RunOnceAsync();
            await service.HousekeepAsync();
            world.Time.Advance(Hour);
        }

        Assert.DoesNotContain(await NamesAsync(service, "archive/"), name => name.StartsWith("archive/20260314", StringComparison.Ordinal));
        Assert.Equal(8, channel.Attempts.Count);
        Assert.All(channel.Attempts, attempt => Assert.Equal("Taiwan talks", Assert.Single(attempt.Alerts).Item.Title));
    }

    [Fact]
    public async Task Run_PoisonIsReplayedAfterWeeks_ToldOnceAndFoundInTheLedger()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan talks", "https://news.example/1"));
        var channel = new RecordingChannel(attempt => attempt == 1
            ? new DeliveryResult(DeliveryOutcome.Refused, "Too large.")
            : new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();
        await HousekeepForAsync(20);
        Assert.Empty(await NamesAsync(service, "deliveries/"));

        await service.Get<PoisonMessages>().ReplayAsync(Queues.Alerts, Token);
        await service.RunOnceAsync();

        var delivered = Assert.Single(channel.Attempts[1].Alerts);
        Assert.Equal("Taiwan talks", delivered.Item.Title);
        await AssertDeliveredAsync();
        Assert.Single(await NamesAsync(service, "deliveries/"));
        await HousekeepForAsync(3);
        await AssertDeliveredAsync();
        Assert.Empty(await NamesAsync(service, "deliveries/"));

        async Task HousekeepForAsync(int days)
        {
            for (var day = 0; day < days; day++)
            {
                world.Time.Advance(Day);
                await service.HousekeepAsync();
            }
        }

        async Task AssertDeliveredAsync()
        {
            var record = await service.Get<DeliveryLedger>().FindAsync(delivered.Id, DateTimeOffset.UnixEpoch, Token);
            Assert.Equal(
                (DeliveryStatus.Delivered, "Too large.", "Accepted."),
                (record?.Status, record?.Attempts[0].Reason, record?.Attempts[1].Reason));
            Assert.Equal(record?.Id, (await service.Get<DeliveryLedger>().ReadAsync("desk", record?.Planned ?? default, record?.Id ?? "", Token))?.Id);
        }
    }

    [Fact]
    public async Task Run_RecordIsWrittenAgainWhileItIsRemoved_TheNewOneStays()
    {
        using var service = NewService();
        var ledger = service.Get<DeliveryLedger>();
        var record = new DeliveryRecord
        {
            Id = "d1",
            Destination = "desk",
            Planned = service.Time.GetUtcNow() - (15 * Day),
            Alerts = [new PendingAlert("a1", "archive/x", 0, ["one"])],
            Attempts = [new DeliveryAttempt(service.Time.GetUtcNow(), DeliveryOutcome.Refused, 413, "Too large.")],
            Status = DeliveryStatus.Poisoned,
        };
        await ledger.WriteAsync(record, Token);
        await service.HousekeepAsync();
        await ledger.WriteAsync(record with { Status = DeliveryStatus.Delivered }, Token);

        for (var hour = 0; hour < 4; hour++)
        {
            Assert.Equal(DeliveryStatus.Delivered, (await ledger.FindAsync("a1", record.Planned, Token))?.Status);
            Assert.Equal(DeliveryStatus.Delivered, (await ledger.ReadAsync("desk", record.Planned, "d1", Token))?.Status);
            service.Time.Advance(Hour);
            await service.HousekeepAsync();
        }

        Assert.Empty(await NamesAsync(service, "deliveries/"));
    }

    [Fact]
    public async Task Run_DestinationIsToldNothingForLong_ForgetsWhatItWasTold()
    {
        using var service = NewService();
        var states = service.Get<DestinationStates>();
        var told = new string('1', 32);
        await states.AddToldAsync("desk", [told], service.Time.GetUtcNow(), 90 * Day, Token);
        service.Time.Advance(89 * Day);
        await service.HousekeepAsync();
        Assert.True(await states.IsToldAsync("desk", told, Token));

        service.Time.Advance(2 * Day);
        await service.HousekeepAsync();
        Assert.Empty(await NamesAsync(service, "told/"));
    }

    [Fact]
    public async Task Run_NoiseThatDoesNotCompress_SegmentsOfAFewMegabytes()
    {
        var counted = new CountingDocuments(new MemoryDocuments());
        using var service = NewService(new ManualTime(), counted);
        var archive = service.Get<ItemArchive>();
        for (var number = 0; number < 40; number++)
        {
            var item = PastItems.Item(number, service.Time.GetUtcNow() - Day);
            var noise = Convert.ToBase64String(RandomNumberGenerator.GetBytes(300_000));
            await archive.StoreAsync("0001", new ItemBatch([item with { Item = item.Item with { Content = noise } }]), Token);
        }

        await service.HousekeepAsync();

        Assert.Equal(40, (await ScanAsync(service)).Count);
        Assert.InRange(counted.Largest, 1_000_000, 4_000_000);
    }

    private static TestService NewService(ManualTime? time = null, IDocumentStore? documents = null) =>
        new(new AlertsConfiguration(), new RecordingChannel(), time, documents);

    // Two days and a little of the third, which is not over.
    private static async Task<IReadOnlyList<string>> StoreAsync(TestService service, int items)
    {
        var archive = new ItemArchive(service.Documents);
        var now = service.Time.GetUtcNow();
        var past = await PastItems.StoreAsync(archive, 0, items - 1, 7, now - (2 * Day), 1.2 * Day);
        var fresh = await PastItems.StoreAsync(archive, items - 1, 1, 1, now - (0.1 * Hour), Hour);
        return [.. past, .. fresh];
    }

    private static async Task AssertWholeAsync(TestService service, IReadOnlyList<string> names)
    {
        Assert.Equal(Enumerable.Range(0, Items), (await ScanAsync(service)).Select(NumberOf).Order());
        var read = new List<int>();
        foreach (var name in names)
        {
            read.AddRange((await new ItemArchive(service.Documents).ReadAsync(name, Token)).Items.Select(NumberOf));
        }

        Assert.Equal(Enumerable.Range(0, Items), read);
        var search = new ArchiveSearch(service.Documents);
        foreach (var number in (int[])[0, 30, Items - 1])
        {
            Assert.Equal(number, NumberOf(Assert.Single(await search.ByLinkAsync(PastItems.LinkOf(number), Token)).Item));
        }
    }

    // All is merged, and nothing is there that the catalog does not name.
    private static async Task AssertTidyAsync(TestService service)
    {
        Assert.Empty(await NamesAsync(service, "archive/"));
        var (catalog, _) = await new MergedDocuments(service.Documents, ItemArchive.Kind).ReadCatalogAsync(Token);
        var parts = catalog.Runs.SelectMany(run => run.Parts).Select(part => part.Name);
        Assert.Equal(
            catalog.Segments.Select(segment => segment.Name).Concat(parts).Order(StringComparer.Ordinal),
            await NamesAsync(service, "merged/archive/"));
    }

    private static int NumberOf(ArchivedItem item) => int.Parse(item.Item.Guid?.Split('-')[1] ?? "", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<List<ArchivedItem>> ScanAsync(TestService service) =>
        await new ItemArchive(service.Documents).ScanAsync(DateTimeOffset.UnixEpoch, Token).ToListAsync(Token);

    private static async Task<List<string>> NamesAsync(TestService service, string prefix) =>
        await service.Documents.ListAsync(prefix, Token).Select(info => info.Name).ToListAsync(Token);
}
