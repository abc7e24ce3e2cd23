using System.Runtime.CompilerServices;
using NewsAlerts.Archive.Segments;
using NewsAlerts.Channels;
using NewsAlerts.Storage;

namespace NewsAlerts.Archive;

/// <summary>Looks deliveries up in the ledger. A listing goes first: only what is wanted is opened.</summary>
internal sealed class DeliverySearch(IDocumentStore documents)
{
    private readonly MergedDocuments _merged = new(documents, DeliveryLedger.Kind);
    private readonly JsonDocuments<DeliveryRecord> _records = new(documents, ArchiveJson.Default.DeliveryRecord);

    /// <summary>
    /// The deliveries that were tried since then, the one tried last first. Each is read when it is asked for, so that
    /// whoever stops after fifty has opened fifty.
    /// </summary>
    /// <param name="since">When they were tried last at the earliest, UTC.</param>
    /// <param name="isWanted">Which ones, by destination and status.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async IAsyncEnumerable<DeliveryRecord> NewestAsync(
        DateTimeOffset since,
        Func<string, DeliveryStatus, bool> isWanted,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (catalog, _) = await _merged.ReadCatalogAsync(cancellationToken);
        var seen = new HashSet<string>();
        var found = new PriorityQueue<(string Name, DeliveryRecord? Record), long>();
        await foreach (var info in _merged.ListUnmergedAsync(catalog, cancellationToken))
        {
            // It goes before what was merged under its name, wanted or not.
            seen.Add(info.Name);
            if (info.Metadata.Count == 0)
            {
                // It is not what was written; to read it sets it aside.
                await ReadAsync(info.Name, cancellationToken);
                continue;
            }

            var listed = DeliveryLedger.Describe(info);
            if (listed.At >= since && isWanted(listed.Destination, listed.Status))
            {
                found.Enqueue((info.Name, null), -listed.At.UtcTicks);
            }
        }

        var segments = new Queue<Segment>(
            catalog.Segments.Where(segment => segment.Newest >= since).OrderByDescending(segment => segment.Newest));
        while (true)
        {
            while (segments.TryPeek(out var next) && !(found.TryPeek(out _, out var first) && -first > next.Newest.UtcTicks))
            {
                await AddAsync(segments.Dequeue());
            }

            if (!found.TryDequeue(out var newest, out _))
            {
                yield break;
            }

            if (newest.Record is null)
            {
                // Housekeeping may have taken it since it was listed.
                if (await ReadAsync(newest.Name, cancellationToken) is { } record)
                {
                    yield return record;
                }
            }
            else if (seen.Add(newest.Name) && isWanted(newest.Record.Destination, newest.Record.Status))
            {
                yield return newest.Record;
            }
        }

        async Task AddAsync(Segment segment)
        {
            foreach (var line in await _merged.ReadAsync(segment, cancellationToken))
            {
                var record = DeliveryLedger.Parse(line.Name, line.Content.Span);
                if (record.LastTried >= since)
                {
                    found.Enqueue((line.Name, record), -record.LastTried.UtcTicks);
                }
            }
        }
    }

    /// <summary>
    /// The deliveries whose id begins so: one where it is a whole id, or long enough to name one; none where it is unknown.
    /// </summary>
    public async Task<IReadOnlyList<DeliveryRecord>> FindAsync(string id, CancellationToken cancellationToken)
    {
        var (catalog, _) = await _merged.ReadCatalogAsync(cancellationToken);
        var found = new Dictionary<string, DeliveryRecord>();
        var names = await _merged.ListUnmergedAsync(catalog, cancellationToken)
            .Select(info => info.Name)
            .Where(IsMeant)
            .ToListAsync(cancellationToken);
        foreach (var name in names)
        {
            if (await ReadAsync(name, cancellationToken) is { } record)
            {
                found[name] = record;
            }
        }

        foreach (var segment in catalog.Segments.OrderByDescending(segment => segment.Number))
        {
            // An id is a hash: a second one that begins the same would be asked for by its whole name.
            if (found.Count > 0)
            {
                break;
            }

            foreach (var line in (await _merged.ReadAsync(segment, cancellationToken)).Where(line => IsMeant(line.Name)))
            {
                found[line.Name] = DeliveryLedger.Parse(line.Name, line.Content.Span);
            }
        }

        return [.. found.Values];

        bool IsMeant(string name) => name.AsSpan(name.LastIndexOf('/') + 1).StartsWith(id, StringComparison.Ordinal);
    }

    private async Task<DeliveryRecord?> ReadAsync(string name, CancellationToken cancellationToken) =>
        (await _records.ReadAsync(name, cancellationToken)).Value;
}
