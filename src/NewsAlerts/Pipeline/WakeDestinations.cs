using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Storage;

namespace NewsAlerts.Pipeline;

/// <summary>
/// Run by a timer: wakes the destinations that should have been sent to and were not, since the message that was to wake
/// them became poison, and those that were disabled and have another address now.
/// </summary>
internal sealed class WakeDestinations(
    CurrentConfiguration configuration, DestinationStates states, Messages messages, TimeProvider time)
{
    // Whoever is to be woken by a message on its way is left to it.
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(1);

    /// <summary>Wakes every destination that is overdue. Returns how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var snapshot = configuration.Snapshot;
        var now = time.GetUtcNow();
        var count = 0;
        await foreach (var listed in states.ListAsync(cancellationToken))
        {
            if (snapshot.FindDestination(listed.Name) is { } destination && IsToBeWoken(listed, destination, now))
            {
                await messages.SendAsync(new WakeDestination { Destination = listed.Name }, TimeSpan.Zero, cancellationToken);
                count++;
            }
        }

        return count;
    }

    private static bool IsToBeWoken(ListedDestination listed, Destination destination, DateTimeOffset now) =>
        listed.DisabledAddress is null
            ? listed.NextSend + Overdue <= now && !(listed.HeldUntil > now)
            : listed.DisabledAddress != destination.Fingerprint();
}
