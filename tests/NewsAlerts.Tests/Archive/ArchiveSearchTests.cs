using NewsAlerts.Archive;
using NewsAlerts.Archive.Segments;
using NewsAlerts.Tests.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Archive;

public sealed class ArchiveSearchTests(ArchiveSearchTests.LargeArchive large) : IClassFixture<ArchiveSearchTests.LargeArchive>
{
    private static readonly int[] Numbers = [3, 1_234, 66_666, 120_001, 177_777, LargeArchive.Items - 1, LargeArchive.Items + 7];

    [Fact]
    public async Task ByLinkAsync_TwoHundredThousandItems_FoundInTenReads()
    {
        foreach (var number in Numbers)
        {
            var found = await LookUpAsync(search => search.ByLinkAsync(PastItems.LinkOf(number).Replace("https", "http", StringComparison.Ordinal), CancellationToken.None));
            Assert.Equal($"guid-{number}", Assert.Single(found).Item.Item.Guid);
        }
    }

    [Fact]
    public async Task ByIdAsync_TwoHundredThousandItems_FoundInTenReads()
    {
        foreach (var number in Numbers)
        {
            var id = PastItems.Item(number, default).Id;
            var found = Assert.Single(await LookUpAsync(search => search.ByIdAsync(id, CancellationToken.None)));
            Assert.Equal($"guid-{number}", found.Item.Item.Guid);
            var batch = await new ItemArchive(large.Documents).ReadAsync(found.Batch, CancellationToken.None);
            Assert.Equal(found.Item.Id, batch.Items[found.Index].Id);
        }
    }

    [Fact]
    public async Task ByTitleAsync_TwoHundredThousandItems_FoundInTenReads()
    {
        foreach (var number in Numbers)
        {
            var words = PastItems.TitleOf(number).ToUpperInvariant().Split(' ').Reverse().Skip(2);
            var found = await LookUpAsync(search => search.ByTitleAsync(string.Join(", ", words), CancellationToken.None));
            Assert.Contains(found, item => item.Item.Item.Guid == $"guid-{number}");
        }
    }

    [Fact]
    public async Task ByClosestTitleAsync_OneWordWrong_FoundInTenReads()
    {
        foreach (var number in Numbers[..^1])
        {
            var words = PastItems.TitleOf(number).Split(' ').Append("zeppelin");
            var found = await LookUpAsync(search => search.ByClosestTitleAsync(string.Join(' ', words), 3, CancellationToken.None));
            Assert.Equal($"guid-{number}", found[0].Item.Item.Guid);
        }
    }

    [Fact]
    public async Task By_WhatWasNeverSeen_NothingInTenReads()
    {
        Assert.Empty(await LookUpAsync(search => search.ByLinkAsync("https://example.org/never", CancellationToken.None)));
        Assert.Empty(await LookUpAsync(search => search.ByIdAsync("never", CancellationToken.None)));
        Assert.Empty(await LookUpAsync(search => search.ByTitleAsync("zeppelin barabert", CancellationToken.None)));
    }

    [Fact]
    public async Task Catalog_AfterNinetyDays_FewRunsAndDocumentsOfAFewMegabytes()
    {
        var (catalog, _) = await new MergedDocuments(large.Documents, ItemArchive.Kind).ReadCatalogAsync(CancellationToken.None);
        Assert.InRange(catalog.Runs.Count, 1, MergeDocuments.MostRuns);
        Assert.InRange(catalog.Segments.Count, 85, 95);
        Assert.InRange(large.Documents.Largest, 100_000, 4_000_000);
    }

    private async Task<IReadOnlyList<FoundItem>> LookUpAsync(Func<ArchiveSearch, Task<IReadOnlyList<FoundItem>>> lookUp)
    {
        large.Documents.Reads = 0;
        var found = await lookUp(new ArchiveSearch(large.Documents));
        Assert.InRange(large.Documents.Reads, 1, ArchiveSearch.MostReads);
        return found;
    }

    /// <summary>Ninety days, merged, and a day that is not merged yet.</summary>
    public sealed class LargeArchive : IAsyncLifetime
    {
        internal const int Items = Days * ItemsADay;
        private const int Days = 90;
        private const int DaysAMerge = 5;
        private const int ItemsADay = 2_223;

        internal CountingDocuments Documents { get; } = new(new MemoryDocuments());

        public async ValueTask InitializeAsync()
        {
            var day = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            var archive = new ItemArchive(Documents);
            var merge = new MergeDocuments(Documents, new MergeableItems());
            for (var first = 0; first < Items; first += DaysAMerge * ItemsADay)
            {
                await PastItems.StoreAsync(archive, first, DaysAMerge * ItemsADay, 60, day, TimeSpan.FromDays(DaysAMerge));
                day = day.AddDays(DaysAMerge);
                await merge.RunAsync(day.AddHours(2), TimeSpan.FromDays(120), CancellationToken.None);
            }

            await PastItems.StoreAsync(archive, Items, 900, 3, day, TimeSpan.FromHours(2));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
