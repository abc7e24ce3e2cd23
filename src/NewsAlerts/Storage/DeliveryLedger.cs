using System.Globalization;
using System.Runtime.CompilerServices;
using NewsAlerts.Channels;

namespace NewsAlerts.Storage;

/// <summary>What was sent, when, and how it was answered: a document for each delivery.</summary>
internal sealed class DeliveryLedger(IDocumentStore documents)
{
    private const string Prefix = "deliveries/";

    private readonly JsonDocuments<DeliveryRecord> _records = new(documents, StorageJson.Default.DeliveryRecord, Metadata);

    /// <summary>Reads the record of a delivery; null where it was never tried.</summary>
    public async Task<DeliveryRecord?> ReadAsync(
        string destination, DateTimeOffset planned, string id, CancellationToken cancellationToken) =>
        (await _records.ReadAsync(NameOf(destination, planned, id), cancellationToken)).Value;

    /// <summary>Writes the record of a delivery. Only who holds the destination does.</summary>
    public Task WriteAsync(DeliveryRecord record, CancellationToken cancellationToken) =>
        _records.WriteAsync(
            NameOf(record.Destination, record.Planned, record.Id), record, WriteCondition.None, cancellationToken);

    /// <summary>Lists the deliveries that were decided on a day (UTC), without opening them.</summary>
    public async IAsyncEnumerable<ListedDelivery> ListAsync(
        DateTimeOffset day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var info in documents.ListAsync(PrefixOf(day), cancellationToken))
        {
            yield return new ListedDelivery(
                Uri.UnescapeDataString(info.Metadata["destination"]),
                Enum.Parse<DeliveryStatus>(info.Metadata["status"]),
                int.Parse(info.Metadata["alerts"], CultureInfo.InvariantCulture),
                DateTimeOffset.ParseExact(info.Metadata["at"], "O", CultureInfo.InvariantCulture));
        }
    }

    private static string PrefixOf(DateTimeOffset day) =>
        Prefix + day.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "/";

    private static string NameOf(string destination, DateTimeOffset planned, string id) =>
        $"{PrefixOf(planned)}{DocumentKey.Of(destination)}/{id}";

    private static Dictionary<string, string> Metadata(DeliveryRecord record) => new()
    {
        ["destination"] = Uri.EscapeDataString(record.Destination),
        ["status"] = record.Status.ToString(),
        ["alerts"] = record.Alerts.Count.ToString(CultureInfo.InvariantCulture),
        ["at"] = record.Attempts[^1].At.ToString("O", CultureInfo.InvariantCulture),
    };
}
