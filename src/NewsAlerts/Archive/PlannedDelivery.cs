using NewsAlerts.Channels;
using NewsAlerts.Messages;

namespace NewsAlerts.Archive;

/// <summary>A delivery that is decided, but not done: the same alerts under the same id, in every attempt.</summary>
public sealed record PlannedDelivery
{
    /// <summary>The delivery's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it tells.</summary>
    public required IReadOnlyList<PendingAlert> Alerts { get; init; }

    /// <summary>How many of these, the last ones, a digest only counts.</summary>
    public int Counted { get; init; }

    /// <summary>The pages of alerts that a digest counts beside these; some of them it may show.</summary>
    public IReadOnlyList<WaitingPage> Pages { get; init; } = [];

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
    internal IEnumerable<PendingAlert> Shown => Alerts.Take(Alerts.Count - Counted);

    /// <summary>How many alerts it tells or counts.</summary>
    internal int Count => Alerts.Count - Counted + (Digest?.More ?? 0);

    /// <summary>Whether it goes in quiet hours too: somebody asked for it, or it is no alert.</summary>
    internal bool IgnoresQuiet => Replayed || Notice is not null;

    /// <summary>What a destination has been told after it.</summary>
    internal IEnumerable<string> ToldIds(string destination) =>
        Notice is null ? Alerts.Select(alert => alert.Id) : [Notice.ToldId(destination)];

    /// <summary>A notice, to be told at once.</summary>
    internal static PlannedDelivery Of(string destination, Notice notice, DateTimeOffset now) => new()
    {
        Id = DeliveryId.Of([notice.ToldId(destination)]),
        Alerts = [],
        Notice = notice,
        Planned = now,
        NotBefore = now,
    };
}
