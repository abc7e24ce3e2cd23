using NewsAlerts.Archive.Segments;
using NewsAlerts.Storage;

namespace NewsAlerts.Archive;

/// <summary>Looks articles up in the archive: each look-up reads at most <see cref="MostReads"/> documents, however large it is.</summary>
internal sealed class ArchiveSearch(IDocumentStore documents)
{
    /// <summary>The most documents that a look-up reads.</summary>
    public const int MostReads = 10;

    // The longest words of a title are in the fewest others.
    private const int MostAnchors = 2;

    private readonly MergedDocuments _merged = new(documents, ItemArchive.Kind);
    private readonly JsonDocuments<ItemBatch> _batches = new(documents, ArchiveJson.Default.ItemBatch);

    /// <summary>The items with that id, newest first.</summary>
    public Task<IReadOnlyList<FoundItem>> ByIdAsync(string id, CancellationToken cancellationToken) =>
        ByKeyAsync(ItemKeys.OfId(id), item => item.Id == id, cancellationToken);

    /// <summary>The items that link to that article, newest first.</summary>
    public Task<IReadOnlyList<FoundItem>> ByLinkAsync(string link, CancellationToken cancellationToken)
    {
        var key = ItemKeys.OfLink(link);
        return ByKeyAsync(key, item => item.Item.Link is { } other && ItemKeys.OfLink(other) == key, cancellationToken);
    }

    /// <summary>The items with all of these words in their titles, newest first.</summary>
    public async Task<IReadOnlyList<FoundItem>> ByTitleAsync(string title, CancellationToken cancellationToken)
    {
        var words = ItemKeys.OfWords(title);
        if (words.Count == 0)
        {
            return [];
        }

        var signature = ItemKeys.Sign(words);
        var (catalog, _) = await _merged.ReadCatalogAsync(cancellationToken);
        var fresh = await ListAsync(catalog, info => MergeableItems.MayHoldWords(info, words), cancellationToken);
        IReadOnlyList<IndexEntry> entries = [];
        var reads = 1;
        foreach (var anchor in AnchorsOf(title).TakeWhile(_ => fresh.Count + entries.Count == 0))
        {
            var found = await _merged.FindAsync(catalog, anchor, cancellationToken);
            entries = [.. found.Where(entry => (entry.Words & signature) == signature)];
            reads += catalog.Runs.Count;
        }

        return await OpenAsync(
            catalog, fresh, entries, reads, item => words.All(ItemKeys.OfWords(item.Item.Title).Contains), cancellationToken);
    }

    /// <summary>The items whose titles share most words with this one, the closest first.</summary>
    public async Task<IReadOnlyList<FoundItem>> ByClosestTitleAsync(string title, int count, CancellationToken cancellationToken)
    {
        var words = ItemKeys.OfWords(title);
        var (catalog, _) = await _merged.ReadCatalogAsync(cancellationToken);
        var reads = 1;
        var entries = new List<IndexEntry>();
        foreach (var anchor in AnchorsOf(title))
        {
            entries.AddRange(await _merged.FindAsync(catalog, anchor, cancellationToken));
            reads += catalog.Runs.Count;
        }

        var closest = entries
            .OrderByDescending(entry => words.Count(word => (entry.Words & ItemKeys.Sign([word])) == ItemKeys.Sign([word])))
            .ThenByDescending(entry => entry.Segment)
            .Take(count)
            .ToList();
        var fresh = await ListAsync(
            catalog, info => AnchorsOf(title).Any(anchor => MergeableItems.MayHoldWords(info, [anchor])), cancellationToken);
        var found = await OpenAsync(catalog, fresh.Take(1), closest, reads, item => Shared(item) > 0, cancellationToken);
        return [.. found.DistinctBy(item => item.Item.Item.Title).OrderByDescending(item => Shared(item.Item)).Take(count)];

        int Shared(ArchivedItem item) => ItemKeys.OfWords(item.Item.Title).Count(words.Contains);
    }

    private static IEnumerable<ulong> AnchorsOf(string title) =>
        Feeds.TitleWords.Of(title).OrderByDescending(word => word.Length).Take(MostAnchors).Select(ItemKeys.OfWord);

    private async Task<IReadOnlyList<FoundItem>> ByKeyAsync(
        ulong key, Func<ArchivedItem, bool> isWanted, CancellationToken cancellationToken)
    {
        var (catalog, _) = await _merged.ReadCatalogAsync(cancellationToken);
        var fresh = await ListAsync(catalog, info => MergeableItems.MayHold(info, key), cancellationToken);
        var entries = await _merged.FindAsync(catalog, key, cancellationToken);
        return await OpenAsync(catalog, fresh, entries, 1 + catalog.Runs.Count, isWanted, cancellationToken);
    }

    private async Task<IReadOnlyList<DocumentInfo>> ListAsync(
        Catalog catalog, Func<DocumentInfo, bool> mayHold, CancellationToken cancellationToken) =>
        await _merged.ListUnmergedAsync(catalog, cancellationToken).Where(mayHold).Reverse().ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<FoundItem>> OpenAsync(
        Catalog catalog,
        IEnumerable<DocumentInfo> fresh,
        IEnumerable<IndexEntry> entries,
        int reads,
        Func<ArchivedItem, bool> isWanted,
        CancellationToken cancellationToken)
    {
        var found = new List<FoundItem>();
        foreach (var name in fresh.Select(info => info.Name).Take(MostReads - reads))
        {
            reads++;
            if (await _batches.ReadAsync(name, cancellationToken) is ({ } batch, _))
            {
                Add(name, batch, null);
            }
        }

        foreach (var segment in entries.GroupBy(entry => entry.Segment).Take(MostReads - reads))
        {
            var lines = await _merged.ReadAsync(catalog.Segments.First(listed => listed.Number == segment.Key), cancellationToken);
            foreach (var entry in segment.Where(entry => entry.Line < lines.Count))
            {
                Add(lines[entry.Line].Name, ItemArchive.Parse(lines[entry.Line].Name, lines[entry.Line].Content.Span), entry.Item);
            }
        }

        return [.. found.DistinctBy(item => (item.Batch, item.Index)).OrderByDescending(item => item.Item.Seen)];

        void Add(string name, ItemBatch batch, int? index) => found.AddRange(
            batch.Items.Index()
                .Where(item => (index is null || item.Index == index) && isWanted(item.Item))
                .Select(item => new FoundItem(name, item.Index, item.Item)));
    }
}
