using System.Text;
using NewsAlerts.Archive;
using NewsAlerts.Archive.Segments;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Storage.Segments;

/// <summary>An archive of which one merged document is damaged: what it held is lost, and the rest goes on.</summary>
public class DamagedSegmentTests
{
    private const int Items = 40;
    private static readonly DateTimeOffset FirstDay = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Keep = TimeSpan.FromDays(365);

    private readonly MemoryDocuments _memory = new();
    private readonly SetAsideDamaged _documents;

    public DamagedSegmentTests() => _documents = new SetAsideDamaged(_memory, new ManualTime(), FeedShards.AssignedBy);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\0\0\0\0\0\0\0\0")]
    [InlineData("no segment")]
    [InlineData("")]
    public async Task Scan_DamagedSegment_ItIsReportedOnceAndTheOthersAreRead(string damage)
    {
        await MergeDayAsync(0);
        await MergeDayAsync(1);
        var segment = (await CatalogAsync()).Segments[0].Name;
        await _memory.WriteAsync(segment, Encoding.ASCII.GetBytes(damage), WriteCondition.None, null, Token);

        Assert.Equal(Items, await CountAsync());
        Assert.Equal(Items, await CountAsync());
        Assert.Equal(segment, Assert.Single(_documents.Found).Name);
    }

    [Fact]
    public async Task Run_DamagedIndex_MergesGoOnAndFindWhatTheyAdd()
    {
        await MergeDayAsync(0);
        var part = (await CatalogAsync()).Runs[0].Parts[0].Name;
        await _memory.WriteAsync(part, "no index"u8.ToArray(), WriteCondition.None, null, Token);

        await MergeDayAsync(1);

        Assert.Equal(part, Assert.Single(_documents.Found).Name);
        Assert.Equal(2 * Items, await CountAsync());
        var found = await new ArchiveSearch(_documents).ByLinkAsync(PastItems.LinkOf(Items + 1), Token);
        Assert.Equal($"guid-{Items + 1}", Assert.Single(found).Item.Item.Guid);
    }

    [Fact]
    public async Task Scan_SegmentThatSomebodyDeleted_IsAnError()
    {
        await MergeDayAsync(0);
        await _memory.DeleteAsync((await CatalogAsync()).Segments[0].Name, null, Token);

        await Assert.ThrowsAsync<InvalidDataException>(CountAsync);
    }

    private async Task MergeDayAsync(int day)
    {
        var from = FirstDay.AddDays(day);
        await PastItems.StoreAsync(new ItemArchive(_documents), day * Items, Items, 10, from, TimeSpan.FromHours(20));
        var merged = await new MergeDocuments(_documents, new MergeableItems()).RunAsync(from.AddDays(2), Keep, Token);
        Assert.Equal(Items / 10, merged.Merged);
    }

    private Task<int> CountAsync() => new ItemArchive(_documents).ScanAsync(FirstDay, Token).CountAsync(Token).AsTask();

    private async Task<Catalog> CatalogAsync() => (await new MergedDocuments(_documents, "archive").ReadCatalogAsync(Token)).Catalog;
}
