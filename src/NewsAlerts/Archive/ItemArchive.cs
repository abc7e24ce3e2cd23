using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsAlerts.Archive.Segments;
using NewsAlerts.Feeds;
using NewsAlerts.Storage;

namespace NewsAlerts.Archive;

/// <summary>Every item that was seen, in batches: what a message points to instead of carrying it.</summary>
internal sealed class ItemArchive(IDocumentStore documents)
{
    /// <summary>The most items of a batch.</summary>
    public const int MaxItems = 500;

    /// <summary>The most bytes that the texts of a batch should have.</summary>
    public const int MaxBytes = 4 * 1000 * 1000;

    /// <summary>The kind of documents that batches are.</summary>
    public const string Kind = "archive";

    private const string Prefix = Kind + "/";
    private const int Remembered = 8;

    private readonly MergedDocuments _merged = new(documents, Kind);
    private readonly JsonDocuments<ItemBatch> _batches = new(documents, ArchiveJson.Default.ItemBatch);
    private readonly LinkedList<(string Name, ItemBatch Batch)> _recent = [];

    /// <summary>Whether the text is the name of a batch.</summary>
    public static bool IsName(string? text) => text is not null && text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Stores a batch and returns its document's name, made from the day, the shard and the content.</summary>
    public async Task<string> StoreAsync(string shard, ItemBatch batch, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(batch, ArchiveJson.Default.ItemBatch);
        var hash = StableHash.Of(content, 10);
        var name = $"{PrefixOf(batch.Items[0].Seen)}{shard}-{hash}";
        await documents.WriteAsync(
            name, content, WriteCondition.None, MergeableItems.MetadataOf(batch, content.Length), cancellationToken);
        Remember(name, batch);
        return name;
    }

    /// <summary>Reads a batch, whether it is a document still or was merged into a segment since.</summary>
    /// <exception cref="InvalidDataException">There is no such batch.</exception>
    public async Task<ItemBatch> ReadAsync(string name, CancellationToken cancellationToken)
    {
        if (Recall(name) is { } recent)
        {
            return recent;
        }

        var batch = await LoadAsync(name, cancellationToken);
        Remember(name, batch);
        return batch;
    }

    /// <summary>When the first item of all was seen, UTC; null where there is none.</summary>
    public async Task<DateTimeOffset?> ReadBeginAsync(CancellationToken cancellationToken)
    {
        var (catalog, _) = await _merged.ReadCatalogAsync(cancellationToken);
        if (catalog.Segments.Count > 0)
        {
            return catalog.Segments.Min(segment => segment.Oldest);
        }

        // Within a day, names are in no order of time.
        var unmerged = _merged.ListUnmergedAsync(catalog, cancellationToken);
        return await unmerged.MinByAsync(MergeableItems.SeenOf, cancellationToken: cancellationToken) is { } first
            ? (await LoadListedAsync(first, cancellationToken))?.Items.Min(item => item.Seen)
            : null;
    }

    /// <summary>Reads all items that were seen since then, about in the order in which they were seen.</summary>
    public async IAsyncEnumerable<ArchivedItem> ScanAsync(
        DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (catalog, _) = await _merged.ReadCatalogAsync(cancellationToken);
        var unmerged = await _merged.ListUnmergedAsync(catalog, cancellationToken)
            .Where(info => string.CompareOrdinal(info.Name, PrefixOf(since)) >= 0)
            .ToListAsync(cancellationToken);
        foreach (var segment in catalog.Segments.Where(segment => segment.Newest >= since))
        {
            foreach (var line in await _merged.ReadAsync(segment, cancellationToken))
            {
                foreach (var item in Since(since, Parse(line.Name, line.Content.Span)))
                {
                    yield return item;
                }
            }
        }

        foreach (var info in unmerged)
        {
            foreach (var item in await LoadListedAsync(info, cancellationToken) is { } batch ? Since(since, batch) : [])
            {
                yield return item;
            }
        }
    }

    /// <summary>
    /// Reads the items that were seen since then in parts, the newest first: with each part comes since when everything is read.
    /// </summary>
    public async IAsyncEnumerable<(IReadOnlyList<ArchivedItem> Items, DateTimeOffset ReadSince)> ScanBackAsync(
        DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (catalog, _) = await _merged.ReadCatalogAsync(cancellationToken);
        var segments = catalog.Segments.Where(segment => segment.Newest >= since).OrderByDescending(segment => segment.Newest).ToList();
        var fresh = new List<ArchivedItem>();
        foreach (var info in await _merged.ListUnmergedAsync(catalog, cancellationToken)
            .Where(info => string.CompareOrdinal(info.Name, PrefixOf(since)) >= 0)
            .ToListAsync(cancellationToken))
        {
            fresh.AddRange(await LoadListedAsync(info, cancellationToken) is { } batch ? Since(since, batch) : []);
        }

        yield return (fresh, ReadSince(0));
        foreach (var (index, segment) in segments.Index())
        {
            var lines = await _merged.ReadAsync(segment, cancellationToken);
            yield return ([.. lines.SelectMany(line => Since(since, Parse(line.Name, line.Content.Span)))], ReadSince(index + 1));
        }

        DateTimeOffset ReadSince(int read) => read < segments.Count ? segments[read].Newest : since;
    }

    /// <summary>Reads the batches that are not merged yet.</summary>
    public async IAsyncEnumerable<ItemBatch> ReadUnmergedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (catalog, _) = await _merged.ReadCatalogAsync(cancellationToken);
        foreach (var info in await _merged.ListUnmergedAsync(catalog, cancellationToken).ToListAsync(cancellationToken))
        {
            if (await LoadListedAsync(info, cancellationToken) is { } batch)
            {
                yield return batch;
            }
        }
    }

    /// <summary>Reads a batch's content.</summary>
    /// <exception cref="InvalidDataException">It is none; the message names it.</exception>
    public static ItemBatch Parse(string name, ReadOnlySpan<byte> content) =>
        JsonDocuments<ItemBatch>.Parse(name, content, ArchiveJson.Default.ItemBatch)
        ?? throw new InvalidDataException($"the document {name} is null");

    private static IEnumerable<ArchivedItem> Since(DateTimeOffset since, ItemBatch batch) =>
        batch.Items.Where(item => item.Seen >= since);

    private static string PrefixOf(DateTimeOffset day) =>
        Prefix + day.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "/";

    private async Task<ItemBatch> LoadAsync(string name, CancellationToken cancellationToken)
    {
        if (await _batches.ReadAsync(name, cancellationToken) is ({ } batch, _))
        {
            return batch;
        }

        var content = await _merged.ReadAsync(name, cancellationToken)
            ?? throw new InvalidDataException($"the archive has no document {name}");
        return Parse(name, content.Span);
    }

    // What is listed may be gone when it is read: merged, or set aside since it is not what it should be.
    private async Task<ItemBatch?> LoadListedAsync(DocumentInfo info, CancellationToken cancellationToken)
    {
        try
        {
            return await LoadAsync(info.Name, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private ItemBatch? Recall(string name)
    {
        lock (_recent)
        {
            return _recent.FirstOrDefault(entry => entry.Name == name).Batch;
        }
    }

    private void Remember(string name, ItemBatch batch)
    {
        lock (_recent)
        {
            _recent.AddFirst((name, batch));
            if (_recent.Count > Remembered)
            {
                _recent.RemoveLast();
            }
        }
    }
}
