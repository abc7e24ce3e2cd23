using NewsAlerts.Alerts;

namespace NewsAlerts.Channels;

/// <summary>A delivery that is decided, but not done: the same alerts under the same id, in every attempt.</summary>
public sealed record PlannedDelivery
{
    /// <summary>The delivery's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it tells.</summary>
    public required IReadOnlyList<PendingAlert> Alerts { get; init; }

    /// <summary>What it says as a digest; null where it tells alerts as they come.</summary>
    public Digest? Digest { get; init; }

    /// <summary>The notice that it tells; null where it tells alerts.</summary>
    public Notice? Notice { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required DateTimeOffset Planned { get; init; }

    /// <summary>When it may be tried next, UTC.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether somebody asked for it to be sent again, whatever the ledger says of it.</summary>
    public bool Replayed { get; init; }

    /// <summary>
    /// How many attempts the ledger had when somebody asked for a delivered one to be sent once more; null where nobody did.
    /// </summary>
    public int? ReplayedAfter { get; init; }

    /// <summary>The alerts that it shows: all but those that the digest only counts.</summary>
    internal IEnumerable<PendingAlert> Shown => Alerts.Take(Alerts.Count - (Digest?.More ?? 0));
}
