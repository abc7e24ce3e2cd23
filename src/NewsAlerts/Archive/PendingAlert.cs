using System.Text;
using NewsAlerts.Storage;

namespace NewsAlerts.Archive;

/// <summary>An alert that waits to be told: where its item is stored, and which rules matched.</summary>
/// <param name="Id">The alert's id.</param>
/// <param name="Batch">The archive document that holds the item.</param>
/// <param name="Index">The item's place in it, from 0.</param>
/// <param name="Rules">The names of the rules that matched.</param>
public sealed record PendingAlert(string Id, string Batch, int Index, IReadOnlyList<string> Rules)
{
    // Names, quotation marks, the time.
    private const int OtherBytes = 110;

    /// <summary>The trace of the message that brought it (W3C Trace Context §3.2); null where nobody listens.</summary>
    public string? Trace { get; init; }

    /// <summary>When it came, UTC; null means long ago, since that was not always written down.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>When it came, UTC.</summary>
    internal DateTimeOffset Came => At ?? DateTimeOffset.UnixEpoch;

    /// <summary>About how many bytes it takes in its destination's document.</summary>
    internal int Bytes => OtherBytes + Id.Length + Batch.Length + (Trace?.Length ?? 0) + Rules.Sum(rule => Encoding.UTF8.GetByteCount(rule) + 3);

    /// <summary>The alerts, of which none came later than now.</summary>
    internal static IReadOnlyList<PendingAlert> AsOf(IReadOnlyList<PendingAlert> alerts, DateTimeOffset now) =>
        alerts.Any(alert => alert.Came.IsTooFar(now, TimeSpan.Zero))
            ? [.. alerts.Select(alert => alert with { At = alert.At.NotLaterThan(now, TimeSpan.Zero) })]
            : alerts;

    /// <summary>The alerts without the rules that are left out, and without those that are left with none.</summary>
    internal static IEnumerable<PendingAlert> Without(IEnumerable<PendingAlert> alerts, Func<string, string, bool> isLeftOut) => alerts
        .Select(alert => alert.Rules.Any(rule => isLeftOut(alert.Id, rule))
            ? alert with { Rules = [.. alert.Rules.Where(rule => !isLeftOut(alert.Id, rule))] }
            : alert)
        .Where(alert => alert.Rules.Count > 0);
}
