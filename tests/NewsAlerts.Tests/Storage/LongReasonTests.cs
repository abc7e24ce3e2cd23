using NewsAlerts.Feeds;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Storage;

/// <summary>A reason that repeats what a stranger said is cut where it enters, in documents and logs alike.</summary>
public class LongReasonTests
{
    private static readonly string Long = new('x', 100_000);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keep_PoisonWithALongReason_IsCutInDocumentAndLog()
    {
        var documents = new MemoryDocuments();
        var (time, log) = (new ManualTime(), new RecordingLog<PoisonMessages>());

        await new PoisonMessages(documents, new MemoryQueue(time), time, log).KeepAsync(Queues.Alerts, "1", "body"u8.ToArray(), Long, Token);

        Assert.InRange(Assert.Single(log.Lines).Text.Length, FeedLimits.Reason, FeedLimits.Reason + 100);
        var document = await documents.ReadAsync(Assert.Single(documents.Names), Token);
        Assert.InRange(document?.Content.Length ?? 0, FeedLimits.Reason, 2 * FeedLimits.Reason);
    }

    [Fact]
    public async Task SetAside_LongReason_IsCutInDocumentAndReport()
    {
        var documents = new MemoryDocuments();
        var reported = new List<string>();
        var whole = new SetAsideDamaged(documents, new ManualTime(), FeedShards.AssignedBy) { Report = damaged => reported.Add(damaged.Reason) };
        await documents.WriteAsync("hubs/1", "x"u8.ToArray(), WriteCondition.None, null, Token);
        var document = await documents.ReadAsync("hubs/1", Token);
        Assert.NotNull(document);

        await whole.SetAsideAsync("hubs/1", document, Long, Token);

        var listed = await SetAsideDamaged.ListDamagedAsync(documents, Token).SingleAsync(Token);
        Assert.Equal(FeedLimits.Reason, listed.Reason.Length);
        Assert.Equal([listed.Reason], reported);
    }
}
