using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using NewsAlerts.Storage;

namespace NewsAlerts.Archive.Segments;

/// <summary>Reads the documents of one kind that were merged into segments.</summary>
/// <param name="documents">Where they are.</param>
/// <param name="kind">The kind: see <see cref="IMergeable.Kind"/>.</param>
internal sealed class MergedDocuments(IDocumentStore documents, string kind)
{
    private readonly JsonDocuments<Catalog> _catalogs = new(documents, ArchiveJson.Default.Catalog);

    /// <summary>The catalog's name.</summary>
    public string CatalogName => $"catalogs/{kind}";

    /// <summary>The key of a document's name.</summary>
    public static ulong KeyOfName(string name) => KeyHash.Of("name", name);

    /// <summary>Reads the catalog and its ETag, which is null where nothing was merged yet.</summary>
    public async Task<(Catalog Catalog, string? ETag)> ReadCatalogAsync(CancellationToken cancellationToken)
    {
        var (catalog, eTag) = await _catalogs.ReadAsync(CatalogName, cancellationToken);
        return (catalog ?? new Catalog(), eTag);
    }

    /// <summary>Replaces the catalog, if it is still the one that was read. Returns its new ETag; null where it is not.</summary>
    public Task<string?> WriteCatalogAsync(Catalog catalog, string? eTag, CancellationToken cancellationToken) =>
        _catalogs.WriteAsync(CatalogName, catalog, WriteCondition.IfUnchanged(eTag), cancellationToken);

    /// <summary>Lists the documents that are in no segment yet, those of the first day first.</summary>
    public async IAsyncEnumerable<DocumentInfo> ListUnmergedAsync(
        Catalog catalog, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var removed = catalog.Removed.Select(removed => (removed.Name, removed.ETag)).ToHashSet();
        await foreach (var info in documents.ListAsync($"{kind}/", cancellationToken))
        {
            if (!removed.Contains((info.Name, info.ETag)))
            {
                yield return info;
            }
        }
    }

    /// <summary>Finds what a key is at, newest first: one document is read for each run of the index.</summary>
    public async Task<IReadOnlyList<IndexEntry>> FindAsync(Catalog catalog, ulong key, CancellationToken cancellationToken)
    {
        var numbers = catalog.Segments.Select(segment => segment.Number).ToHashSet();
        var found = new List<IndexEntry>();
        foreach (var part in catalog.Runs.Select(run => run.Find(key)).OfType<IndexPart>())
        {
            var bytes = await ReadPartAsync(part, cancellationToken);
            for (var at = FirstOf(key, bytes.Span); at < bytes.Length; at += IndexEntry.Size)
            {
                var entry = IndexEntry.Read(bytes.Span[at..]);
                if (entry.Key != key)
                {
                    break;
                }

                if (numbers.Contains(entry.Segment))
                {
                    found.Add(entry);
                }
            }
        }

        found.Sort();
        return found;
    }

    /// <summary>Reads all entries of a run, in order, a part at a time, without those parts that are damaged.</summary>
    public async IAsyncEnumerable<IReadOnlyList<IndexEntry>> ReadRunAsync(
        IndexRun run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in run.Parts)
        {
            var bytes = await ReadPartAsync(part, cancellationToken);
            var entries = new IndexEntry[bytes.Length / IndexEntry.Size];
            for (var i = 0; i < entries.Length; i++)
            {
                entries[i] = IndexEntry.Read(bytes.Span[(i * IndexEntry.Size)..]);
            }

            if (entries.Length > 0)
            {
                yield return entries;
            }
        }
    }

    /// <summary>Reads the documents of a segment; none where it is damaged, which is reported once.</summary>
    /// <exception cref="InvalidDataException">The segment is gone.</exception>
    public async Task<IReadOnlyList<SegmentLine>> ReadAsync(Segment segment, CancellationToken cancellationToken) =>
        await ReadAsync(segment.Name, LinesOf, cancellationToken) ?? [];

    /// <summary>The content that a document had before it was merged; null where none of that name was.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var (catalog, _) = await ReadCatalogAsync(cancellationToken);
        foreach (var entry in await FindAsync(catalog, KeyOfName(name), cancellationToken))
        {
            var lines = await ReadAsync(catalog.Segments.First(segment => segment.Number == entry.Segment), cancellationToken);
            if (lines.ElementAtOrDefault(entry.Line) is { } line && line.Name == name)
            {
                return line.Content;
            }
        }

        return null;
    }

    private static int FirstOf(ulong key, ReadOnlySpan<byte> entries)
    {
        var (low, high) = (0, entries.Length / IndexEntry.Size);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var isBefore = IndexEntry.Read(entries[(middle * IndexEntry.Size)..]).Key < key;
            (low, high) = isBefore ? (middle + 1, high) : (low, middle);
        }

        return low * IndexEntry.Size;
    }

    private static List<SegmentLine> LinesOf(ReadOnlyMemory<byte> content)
    {
        var lines = new List<SegmentLine>();
        for (var rest = Decompress(content); rest.Length > 0;)
        {
            var tab = rest.Span.IndexOf((byte)'\t');
            var end = rest.Span.IndexOf((byte)'\n');
            if (tab < 0 || end < tab)
            {
                throw new InvalidDataException("it has a line that is none");
            }

            lines.Add(new SegmentLine(Encoding.ASCII.GetString(rest.Span[..tab]), rest[(tab + 1)..end]));
            rest = rest[(end + 1)..];
        }

        return lines.Count > 0 ? lines : throw new InvalidDataException("it is empty");
    }

    private static ReadOnlyMemory<byte> Decompress(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var compressed = new BrotliStream(new MemoryStream(content.ToArray()), CompressionMode.Decompress);
            using var text = new MemoryStream(content.Length * 4);
            compressed.CopyTo(text);
            return text.GetBuffer().AsMemory(0, (int)text.Length);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            throw new InvalidDataException("it cannot be decompressed", e);
        }
    }

    private static ReadOnlyMemory<byte>? EntriesOf(ReadOnlyMemory<byte> content) => content.Length % IndexEntry.Size == 0
        ? content
        : throw new InvalidDataException("the index is not whole");

    private async Task<ReadOnlyMemory<byte>> ReadPartAsync(IndexPart part, CancellationToken cancellationToken) =>
        await ReadAsync(part.Name, EntriesOf, cancellationToken) ?? ReadOnlyMemory<byte>.Empty;

    // What a damaged document held is lost: it is set aside, and the others are read without it.
    private async Task<T?> ReadAsync<T>(string name, Func<ReadOnlyMemory<byte>, T?> read, CancellationToken cancellationToken)
    {
        if (await documents.ReadAsync(name, cancellationToken) is not { } document)
        {
            return await documents.ReadAsync(SetAsideDamaged.NameOf(name), cancellationToken) is not null
                ? default
                : throw new InvalidDataException($"there is no document {name}, which the catalog {CatalogName} names");
        }

        try
        {
            return read(document.Content);
        }
        catch (InvalidDataException e)
        {
            await documents.SetAsideAsync(name, document, e.Message, cancellationToken);
            return default;
        }
    }
}
