using System.Globalization;
using System.Runtime.CompilerServices;
using NewsAlerts.Archive.Segments;
using NewsAlerts.Channels;
using NewsAlerts.Storage;

namespace NewsAlerts.Archive;

/// <summary>What was sent, when, and how it was answered: a document for each delivery, merged into segments when it is old.</summary>
internal sealed class DeliveryLedger(IDocumentStore documents)
{
    /// <summary>The kind of documents that records are.</summary>
    public const string Kind = "deliveries";

    /// <summary>Where a document's metadata says how the delivery stands.</summary>
    public const string StatusKey = "status";

    private readonly MergedDocuments _merged = new(documents, Kind);

    private readonly JsonDocuments<DeliveryRecord> _records = new(documents, ArchiveJson.Default.DeliveryRecord, Metadata);

    /// <summary>Reads the record of a delivery; null where it was never tried.</summary>
    public async Task<DeliveryRecord?> ReadAsync(
        string destination, DateTimeOffset planned, string id, CancellationToken cancellationToken)
    {
        var name = NameOf(destination, planned, id);
        var (record, _) = await _records.ReadAsync(name, cancellationToken);
        // What is done may be merged; what is planned anew is not asked for there.
        return record
            ?? (await _merged.ReadAsync(name, cancellationToken) is { } content ? Parse(name, content.Span) : null);
    }

    /// <summary>The delivery that tells an alert, in its latest version; null where none ever did.</summary>
    /// <param name="alertId">The alert's id.</param>
    /// <param name="since">When it can have been told first, UTC.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<DeliveryRecord?> FindAsync(string alertId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (catalog, _) = await _merged.ReadCatalogAsync(cancellationToken);
        var listed = await _merged.ListUnmergedAsync(catalog, cancellationToken)
            .Where(info => string.CompareOrdinal(info.Name, PrefixOf(since)) >= 0 && MergeableDeliveries.MayTell(info, alertId))
            .ToListAsync(cancellationToken);
        foreach (var info in Enumerable.Reverse(listed))
        {
            if ((await _records.ReadAsync(info.Name, cancellationToken)).Value is { } record && Tells(record))
            {
                return record;
            }
        }

        foreach (var entry in await _merged.FindAsync(catalog, MergeableDeliveries.KeyOf(alertId), cancellationToken))
        {
            var lines = await _merged.ReadAsync(catalog.Segments.First(segment => segment.Number == entry.Segment), cancellationToken);
            if (lines.ElementAtOrDefault(entry.Line) is { } line && Parse(line.Name, line.Content.Span) is var record && Tells(record))
            {
                return record;
            }
        }

        return null;

        bool Tells(DeliveryRecord record) => record.Alerts.Any(alert => alert.Id == alertId);
    }

    /// <summary>Writes the record of a delivery. Only who holds the destination does.</summary>
    public Task WriteAsync(DeliveryRecord record, CancellationToken cancellationToken) =>
        _records.WriteAsync(
            NameOf(record.Destination, record.Planned, record.Id), record, WriteCondition.None, cancellationToken);

    /// <summary>Lists the deliveries that were decided on a day (UTC), without opening them.</summary>
    public async IAsyncEnumerable<ListedDelivery> ListAsync(
        DateTimeOffset day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var info in _records.ListAsync(PrefixOf(day), cancellationToken))
        {
            yield return Describe(info);
        }
    }

    /// <summary>What a listing tells of a delivery.</summary>
    public static ListedDelivery Describe(DocumentInfo info) => new(
        Uri.UnescapeDataString(info.Metadata["destination"]),
        Enum.Parse<DeliveryStatus>(info.Metadata[StatusKey]),
        int.Parse(info.Metadata["alerts"], CultureInfo.InvariantCulture),
        DateTimeOffset.ParseExact(info.Metadata["at"], "O", CultureInfo.InvariantCulture));

    /// <summary>What the names of the deliveries begin with that were decided on a day (UTC).</summary>
    public static string PrefixOf(DateTimeOffset day) =>
        $"{Kind}/" + day.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "/";

    private static string NameOf(string destination, DateTimeOffset planned, string id) =>
        $"{PrefixOf(planned)}{DocumentKey.Of(destination)}/{id}";

    /// <summary>Reads a record's content.</summary>
    /// <exception cref="InvalidDataException">It is none; the message names it.</exception>
    public static DeliveryRecord Parse(string name, ReadOnlySpan<byte> content) =>
        JsonDocuments<DeliveryRecord>.Parse(name, content, ArchiveJson.Default.DeliveryRecord)
        ?? throw new InvalidDataException($"the document {name} is null");

    private static Dictionary<string, string> Metadata(DeliveryRecord record)
    {
        var metadata = new Dictionary<string, string>
        {
            ["destination"] = Uri.EscapeDataString(record.Destination),
            [StatusKey] = record.Status.ToString(),
            ["alerts"] = record.Alerts.Count.ToString(CultureInfo.InvariantCulture),
            ["at"] = record.Attempts[^1].At.ToString("O", CultureInfo.InvariantCulture),
        };
        MergeableDeliveries.AddKeys(metadata, record);
        return metadata;
    }
}
