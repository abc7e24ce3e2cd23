using System.Globalization;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;

namespace NewsAlerts.Subscriptions.Suppressed;

/// <summary>
/// Finds out whether the reader of a destination of the configuration has unsubscribed it. That it has another name now changes
/// nothing: what was unsubscribed under a name that the address has no more holds for whatever it has, but what it had then and
/// its reader kept.
/// </summary>
internal sealed class FindSuppression(CurrentConfiguration configuration, Suppressions suppressions)
{
    /// <summary>Why nothing may be sent to a destination, as a sentence for a person; null where it may.</summary>
    public async Task<string?> RunAsync(Destination destination, CancellationToken cancellationToken)
    {
        if (destination.IsSubscriber
            || destination.To is not { } address
            || await suppressions.FindAsync(address, cancellationToken) is not { } suppression)
        {
            return null;
        }

        var ended = suppression.Destinations.FirstOrDefault(ended => ended.Name == destination.Name)
            ?? suppression.Destinations.FirstOrDefault(
                ended => !IsThere(ended.Name, address) && !ended.Kept.Contains(destination.Name));
        return ended is null ? null : string.Create(
            CultureInfo.InvariantCulture, $"Its reader unsubscribed '{ended.Name}' on {ended.At.UtcDateTime:d MMM yyyy}.");
    }

    private bool IsThere(string name, string address) =>
        configuration.Snapshot.FindDestination(name)?.To is { } to && SubscriberId.Of(to) == SubscriberId.Of(address);
}
