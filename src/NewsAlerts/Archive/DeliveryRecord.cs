using System.Text.Json.Serialization;
using NewsAlerts.Channels;
using NewsAlerts.Messages;

namespace NewsAlerts.Archive;

/// <summary>What the ledger keeps of a delivery.</summary>
public sealed record DeliveryRecord
{
    /// <summary>The delivery's id.</summary>
    public required string Id { get; init; }

    /// <summary>The destination's name.</summary>
    public required string Destination { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required DateTimeOffset Planned { get; init; }

    /// <summary>What it tells.</summary>
    public required IReadOnlyList<PendingAlert> Alerts { get; init; }

    /// <summary>How many of these, the last ones, a digest only counts.</summary>
    public int Counted { get; init; }

    /// <summary>What it says as a digest; null where it tells alerts as they come.</summary>
    public Digest? Digest { get; init; }

    /// <summary>The notice that it tells; null where it tells alerts.</summary>
    public Notice? Notice { get; init; }

    /// <summary>Its attempts, oldest first.</summary>
    public IReadOnlyList<DeliveryAttempt> Attempts { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public DeliveryStatus Status { get; init; }

    /// <summary>When it was tried last, UTC; when it was decided, where it was not tried.</summary>
    [JsonIgnore]
    public DateTimeOffset LastTried => Attempts.Count == 0 ? Planned : Attempts[^1].At;

    /// <summary>The record of a delivery after an attempt.</summary>
    /// <param name="destination">The destination's name.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="before">Its record before that; null where there was none.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="status">Where it stands now.</param>
    internal static DeliveryRecord Of(
        string destination, PlannedDelivery delivery, DeliveryRecord? before, DeliveryAttempt attempt, DeliveryStatus status) => new()
        {
            Id = delivery.Id,
            Destination = destination,
            Planned = delivery.Planned,
            Alerts = delivery.Alerts,
            Counted = delivery.Counted,
            Digest = delivery.Digest,
            Notice = delivery.Notice,
            Attempts = [.. before?.Attempts ?? [], attempt],
            Status = status,
        };
}
