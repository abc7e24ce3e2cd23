using System.Globalization;
using NewsAlerts.Storage;

namespace NewsAlerts.Archive.Segments;

/// <summary>
/// Merges small documents into segments with an index, and drops what is too old. A merge writes under names of its own
/// and is committed by replacing the catalog, if nobody else has: until then nothing has happened, and two merges at
/// once never both count. What it replaces is deleted by a later run, when nobody can be reading it any more.
/// </summary>
/// <param name="documents">Where everything is.</param>
/// <param name="mergeable">The kind of documents.</param>
/// <param name="beforeCommit">What is to be written down before the documents that were read count as merged; null means nothing.</param>
internal sealed class MergeDocuments(
    IDocumentStore documents, IMergeable mergeable, Func<CancellationToken, Task>? beforeCommit = null)
{
    /// <summary>The most runs of an index, each of which costs a look-up a read.</summary>
    public const int MostRuns = 3;

    // A run is merged with the one before it unless that is this many times as large: then each entry is written again
    // only so often, however large the archive.
    private const int RunRatio = 10;

    private const int MostAtOnce = 2000;
    private const int ManyDocuments = 1000;
    private const long ManyBytes = 12 * 1000 * 1000;
    private const string BytesKey = "bytes";
    private const string FolderTime = "yyyyMMddHHmmss";

    private static readonly TimeSpan Settling = TimeSpan.FromHours(1);
    private static readonly TimeSpan TimeToRead = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestMerge = TimeSpan.FromDays(1);

    private readonly MergedDocuments _merged = new(documents, mergeable.Kind);

    /// <summary>The kind of documents.</summary>
    public string Kind => mergeable.Kind;

    private string Folder => $"merged/{mergeable.Kind}/";

    /// <summary>Tells in a document's metadata how large it is, for <see cref="RunAsync"/> to see when there is enough to merge.</summary>
    public static void AddSize(Dictionary<string, string> metadata, int bytes) =>
        metadata[BytesKey] = bytes.ToString(CultureInfo.InvariantCulture);

    /// <summary>Merges what there is to merge. Where nothing is to be done, it reads one document and two listings.</summary>
    /// <param name="now">The time, UTC.</param>
    /// <param name="keep">How long everything is kept.</param>
    /// <param name="cancellationToken">Ends the work; what is not committed is left to the next run.</param>
    public async Task<MergeResult> RunAsync(DateTimeOffset now, TimeSpan keep, CancellationToken cancellationToken)
    {
        var (catalog, eTag) = await _merged.ReadCatalogAsync(cancellationToken);
        await SweepAsync(catalog, now, cancellationToken);
        var (tidied, tooOld) = await TidyAsync(catalog, now, keep, cancellationToken);
        var settled = new List<DocumentInfo>();
        await foreach (var info in _merged.ListUnmergedAsync(tidied, cancellationToken))
        {
            if (IsTooOld(info.Name, now, keep))
            {
                tooOld += await documents.DeleteAsync(info.Name, info.ETag, cancellationToken) ? 1 : 0;
            }
            else if (mergeable.IsSettled(info, now))
            {
                settled.Add(info);
            }
        }

        var merged = 0;
        var unreadable = new List<string>();
        while (IsDue(settled, now))
        {
            var chosen = settled.Take(MostAtOnce).ToList();
            settled.RemoveRange(0, chosen.Count);
            var (next, count) = await MergeAsync(tidied, chosen, unreadable, now, cancellationToken);
            if (count == 0)
            {
                continue;
            }

            await (beforeCommit?.Invoke(cancellationToken) ?? Task.CompletedTask);
            eTag = await _merged.WriteCatalogAsync(next, eTag, cancellationToken);
            if (eTag is null)
            {
                // Somebody else has merged them meanwhile.
                return new MergeResult(merged, tooOld, unreadable);
            }

            (catalog, tidied, merged) = (next, next, merged + count);
        }

        if (!ReferenceEquals(tidied, catalog))
        {
            await _merged.WriteCatalogAsync(tidied, eTag, cancellationToken);
        }

        return new MergeResult(merged, tooOld, unreadable);
    }

    private static bool IsDue(List<DocumentInfo> settled, DateTimeOffset now) =>
        settled.Count >= ManyDocuments
        || settled.Exists(info => string.CompareOrdinal(SegmentBuilder.DayOf(info.Name), DayText(now - Settling)) < 0)
        || settled.Sum(info => long.Parse(info.Metadata.GetValueOrDefault(BytesKey, "0"), CultureInfo.InvariantCulture)) >= ManyBytes;

    private static bool IsTooOld(string name, DateTimeOffset now, TimeSpan keep) =>
        string.CompareOrdinal(SegmentBuilder.DayOf(name), DayText(now - keep)) < 0;

    private static string DayText(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // What a merge wrote that never came to be.
    private async Task SweepAsync(Catalog catalog, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = catalog.Segments.Select(segment => segment.Name)
            .Concat(catalog.Runs.SelectMany(run => run.Parts).Select(part => part.Name))
            .Concat(catalog.Removed.Select(removed => removed.Name))
            .ToHashSet();
        bool? isLost = null;
        var abandoned = (now - LongestMerge).UtcDateTime.ToString(FolderTime, CultureInfo.InvariantCulture);
        await foreach (var info in documents.ListAsync(Folder, cancellationToken))
        {
            if (!known.Contains(info.Name) && string.CompareOrdinal(info.Name[Folder.Length..], abandoned) < 0 && !await IsLostAsync())
            {
                await documents.DeleteAsync(info.Name, info.ETag, cancellationToken);
            }
        }

        // Where a catalog could not be read and was set aside, nobody knows what it named.
        async Task<bool> IsLostAsync() =>
            isLost ??= await documents.ReadAsync(SetAsideDamaged.NameOf(_merged.CatalogName), cancellationToken) is not null;
    }

    private async Task<(Catalog Catalog, int TooOld)> TidyAsync(
        Catalog catalog, DateTimeOffset now, TimeSpan keep, CancellationToken cancellationToken)
    {
        var unread = catalog.Removed.ToLookup(removed => removed.Since + TimeToRead <= now);
        foreach (var removed in unread[true])
        {
            await documents.DeleteAsync(removed.Name, removed.ETag, cancellationToken);
        }

        var segments = catalog.Segments.ToLookup(segment => segment.Newest + keep < now);
        var tooOld = segments[true].ToList();
        return tooOld.Count == 0 && !unread[true].Any() ? (catalog, 0) : (catalog with
        {
            Segments = [.. segments[false]],
            Removed = [.. unread[false], .. tooOld.Select(segment => new RemovedDocument(segment.Name, now))],
        }, tooOld.Count);
    }

    private async Task<(Catalog Catalog, int Merged)> MergeAsync(
        Catalog catalog,
        IEnumerable<DocumentInfo> originals,
        List<string> unreadable,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var started = now.UtcDateTime.ToString(FolderTime, CultureInfo.InvariantCulture);
        var folder = $"{Folder}{started}-{Guid.NewGuid():N}/";
        using var builder = new SegmentBuilder(documents, folder, catalog.Next);
        foreach (var name in originals.Select(info => info.Name))
        {
            // One that is gone was merged by somebody else.
            if (await documents.ReadAsync(name, cancellationToken) is not { } document)
            {
                continue;
            }

            if (Read(name, document) is { } line)
            {
                await builder.AddAsync(name, document, line, now, cancellationToken);
            }
            else
            {
                unreadable.Add(name);
            }
        }

        await builder.EndAsync(cancellationToken);
        if (builder.Originals.Count == 0)
        {
            return (catalog, 0);
        }

        var next = catalog with
        {
            Next = catalog.Next + builder.Segments.Count,
            Segments = [.. catalog.Segments, .. builder.Segments],
            Removed = [.. catalog.Removed, .. builder.Originals],
        };
        return (await IndexAsync(next, builder.Entries, folder, now, cancellationToken), builder.Originals.Count);
    }

    // One that cannot be read stays where it is, and must not hold up the others.
    private MergedLine? Read(string name, Document document)
    {
        try
        {
            return document.Content.Span.Contains((byte)'\n') ? null : mergeable.Read(name, document.Content.Span);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private async Task<Catalog> IndexAsync(
        Catalog catalog, List<IndexEntry> entries, string folder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kept = catalog.Runs.ToList();
        var replaced = new List<IndexRun>();
        for (long size = entries.Count; kept.Count >= MostRuns || (kept.Count > 0 && kept[^1].Entries <= size * RunRatio);)
        {
            replaced.Add(kept[^1]);
            size += kept[^1].Entries;
            kept.RemoveAt(kept.Count - 1);
        }

        entries.Sort();
        var numbers = catalog.Segments.Select(segment => segment.Number).ToHashSet();
        IReadOnlyList<IndexEntry>[] added = [entries];
        var sorted = replaced.Select(run => _merged.ReadRunAsync(run, cancellationToken)).Append(added.ToAsyncEnumerable());
        var writer = new IndexRunWriter(documents, folder);
        await SortedEntries.MergeAsync(sorted, numbers, writer, cancellationToken);
        return catalog with
        {
            Runs = [.. kept, await writer.EndAsync(cancellationToken)],
            Removed = [.. catalog.Removed, .. replaced.SelectMany(run => run.Parts).Select(part => new RemovedDocument(part.Name, now))],
        };
    }
}
