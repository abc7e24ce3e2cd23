using NewsAlerts.Archive;
using NewsAlerts.Archive.Segments;
using NewsAlerts.Channels;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Archive;

public class DeliverySearchTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Keep = TimeSpan.FromDays(90);

    private readonly CountingDocuments _documents = new(new MemoryDocuments());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Newest_LedgerOfAMonth_InOrderWithoutRepetition()
    {
        await FillAsync(120);

        var found = await Search().NewestAsync(Now.AddDays(-30), (_, _) => true, Token).ToListAsync(Token);

        Assert.Equal(120, found.Select(record => record.Id).Distinct().Count());
        Assert.Equal(found.OrderByDescending(record => record.LastTried).Select(record => record.Id), found.Select(record => record.Id));
    }

    [Fact]
    public async Task Newest_TheFirstFiveOfManyFailures_OpensNoMore()
    {
        await FillAsync(120);
        _documents.Reads = 0;

        var found = await Search().NewestAsync(Now.AddDays(-7), (name, status) => name == "desk" && status != DeliveryStatus.Delivered, Token)
            .Take(5).ToListAsync(Token);

        Assert.Equal(5, found.Count);
        Assert.All(found, record => Assert.Equal(("desk", DeliveryStatus.Poisoned), (record.Destination, record.Status)));
        // The catalog, and what is shown.
        Assert.Equal(6, _documents.Reads);
    }

    [Fact]
    public async Task Newest_DeliveryReplayedAfterItWasMerged_StandsAsItIsNow()
    {
        await FillAsync(120);
        var old = await Search().NewestAsync(Now.AddDays(-90), (_, status) => status == DeliveryStatus.Poisoned, Token).LastAsync(Token);
        await Ledger().WriteAsync(Tried(old, Now.AddHours(-1), DeliveryOutcome.Delivered) with { Status = DeliveryStatus.Delivered }, Token);

        var all = await Search().NewestAsync(Now.AddDays(-90), (_, _) => true, Token).ToListAsync(Token);
        var failed = await Search().NewestAsync(Now.AddDays(-90), (_, status) => status != DeliveryStatus.Delivered, Token).ToListAsync(Token);

        Assert.Equal(2, Assert.Single(all, record => record.Id == old.Id).Attempts.Count);
        Assert.DoesNotContain(failed, record => record.Id == old.Id);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(110)]
    public async Task Find_WholeIdOrItsBeginning_TheDelivery(int number)
    {
        await FillAsync(120);
        var id = IdOf(number);

        Assert.Equal(id, Assert.Single(await Search().FindAsync(id, Token)).Id);
        Assert.Equal(id, Assert.Single(await Search().FindAsync(id[..12], Token)).Id);
        Assert.Empty(await Search().FindAsync("msg_ffffffffffffffff", Token));
    }

    [Fact]
    public async Task Find_BeginningOfTwo_Both()
    {
        await WriteAsync("msg_aaaaaaaa1", "desk", Now, DeliveryOutcome.Delivered);
        await WriteAsync("msg_aaaaaaaa2", "desk", Now, DeliveryOutcome.Delivered);

        Assert.Equal(2, (await Search().FindAsync("msg_aaaaaaaa", Token)).Count);
    }

    /// <summary>Deliveries of the past 30 days, a third of them given up; what is older than twelve days is merged.</summary>
    private async Task FillAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await WriteAsync(
                IdOf(number),
                number % 2 == 0 ? "desk" : "hook",
                Now - (number * TimeSpan.FromDays(30) / count),
                number % 3 == 0 ? DeliveryOutcome.Refused : DeliveryOutcome.Delivered);
        }

        await new MergeDocuments(_documents, new MergeableDeliveries()).RunAsync(Now, Keep, Token);
        await new MergeDocuments(_documents, new MergeableDeliveries()).RunAsync(Now.AddHours(1), Keep, Token);
        Assert.InRange(await _documents.ListAsync("deliveries/", Token).CountAsync(Token), 40, 60);
    }

    private Task WriteAsync(string id, string destination, DateTimeOffset at, DeliveryOutcome outcome) => Ledger().WriteAsync(
        Tried(
            new DeliveryRecord
            {
                Id = id,
                Destination = destination,
                Planned = at,
                Alerts = [new PendingAlert(new string('0', 32), "archive/1", 0, ["one"])],
                Status = outcome == DeliveryOutcome.Delivered ? DeliveryStatus.Delivered : DeliveryStatus.Poisoned,
            },
            at,
            outcome),
        Token);

    private static DeliveryRecord Tried(DeliveryRecord record, DateTimeOffset at, DeliveryOutcome outcome) =>
        record with { Attempts = [.. record.Attempts, new DeliveryAttempt(at, outcome, 200, "ok")] };

    private static string IdOf(int number) => DeliveryId.Of([$"{number}"]);

    private DeliveryLedger Ledger() => new(_documents);

    private DeliverySearch Search() => new(_documents);
}
