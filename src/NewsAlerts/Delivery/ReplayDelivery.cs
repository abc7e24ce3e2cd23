using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Delivery;

/// <summary>Has one delivery sent again, under the same id, by whoever sends to its destination.</summary>
internal sealed class ReplayDelivery(DeliverySearch search, PoisonMessages poison, StepMessages messages)
{
    /// <summary>
    /// Asks for it, and returns the deliveries that are meant, as they stood before: none where the id is unknown;
    /// several, of which none is sent, where it is too short to name one.
    /// </summary>
    public async Task<IReadOnlyList<DeliveryRecord>> RunAsync(string id, CancellationToken cancellationToken)
    {
        var found = await search.FindAsync(id, cancellationToken);
        if (found is not [var record])
        {
            return found;
        }

        // One that is still tried is in the destination's hands already, and needs no more than to be tried now.
        var isTried = record.Status == DeliveryStatus.Retrying;
        await poison.NoteReplayAsync(Queues.Alerts, record.Id, cancellationToken);
        await messages.SendAsync(
            new WakeDestination
            {
                Destination = record.Destination,
                Now = isTried,
                Replay = isTried ? null : new DeliveryReference(record.Id, record.Planned, record.Attempts.Count),
            },
            TimeSpan.Zero,
            cancellationToken);
        return found;
    }
}
