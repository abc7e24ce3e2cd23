using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Messages;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Subscriptions.Suppressed;

namespace NewsAlerts.Delivery;

/// <summary>Sends a sample alert to a destination, past queues, state and ledger: they know nothing of it.</summary>
internal sealed class TestDestination(
    CurrentConfiguration configuration,
    FindSuppression suppression,
    OfferLinks links,
    IEnumerable<IChannel> channels,
    TimeProvider time)
{
    /// <summary>Sends it once, unless its reader has unsubscribed. Returns the answer, and how long it took.</summary>
    public async Task<(DeliveryResult Result, TimeSpan Took)> RunAsync(Destination destination, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rules = configuration.Snapshot.Configuration.Rules
            .Where(rule => rule.Notify.Contains(destination.Name))
            .Select(rule => new AlertRule(rule.Name, rule.When))
            .Take(1);
        var alert = SampleAlert.Of(destination.Name, [.. rules], destination.Texts, now);
        var channel = channels.Single(channel => channel.Type == destination.Type);
        var started = time.GetTimestamp();
        var message = new OutgoingMessage(DeliveryId.Of([alert.Id]), [alert], now)
        {
            Links = links.Of(destination, [alert]),
            Contact = links.Contact,
        };
        var result = await suppression.RunAsync(destination, cancellationToken) is { } unwanted
            ? new DeliveryResult(DeliveryOutcome.Suppressed, unwanted)
            : await channel.SendAsync(destination, message, cancellationToken);
        return (result, time.GetElapsedTime(started));
    }
}
