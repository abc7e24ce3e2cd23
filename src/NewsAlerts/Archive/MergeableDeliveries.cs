using NewsAlerts.Archive.Segments;
using NewsAlerts.Storage;

namespace NewsAlerts.Archive;

/// <summary>
/// Records of deliveries, as they are merged: once they are done, and so old that neither a retry, the status nor the weekly
/// summary asks for them. One that is replayed later is a document again, which goes before what was merged.
/// </summary>
internal sealed class MergeableDeliveries : IMergeable
{
    private const string AlertsKey = "keys";

    private static readonly TimeSpan Settling = TimeSpan.FromDays(12);

    public string Kind => DeliveryLedger.Kind;

    /// <summary>The key of an alert's id.</summary>
    public static ulong KeyOf(string alertId) => KeyHash.Of("alert", alertId);

    public bool IsSettled(DocumentInfo info, DateTimeOffset now) =>
        info.Metadata.GetValueOrDefault(DeliveryLedger.StatusKey) != nameof(DeliveryStatus.Retrying)
        && string.CompareOrdinal(info.Name, DeliveryLedger.PrefixOf(now - Settling)) < 0;

    public MergedLine Read(string name, ReadOnlySpan<byte> content)
    {
        var record = DeliveryLedger.Parse(name, content);
        return new MergedLine(
            record.Planned,
            record.LastTried,
            [.. record.Alerts.Select(alert => new IndexKey(KeyOf(alert.Id), 0))]);
    }

    /// <summary>Adds which alerts may be told by a delivery.</summary>
    public static void AddKeys(Dictionary<string, string> metadata, DeliveryRecord record) =>
        metadata[AlertsKey] = KeyFilter.Of([.. record.Alerts.Select(alert => KeyOf(alert.Id))]);

    /// <summary>Whether a listed delivery may tell an alert.</summary>
    public static bool MayTell(DocumentInfo info, string alertId) =>
        KeyFilter.MayHold(info.Metadata.GetValueOrDefault(AlertsKey), [KeyOf(alertId)]);
}
