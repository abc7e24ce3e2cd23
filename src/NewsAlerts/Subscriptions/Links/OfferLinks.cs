using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Messages;

namespace NewsAlerts.Subscriptions.Links;

/// <summary>Finds where the reader of a delivery can turn it down, or whom to ask.</summary>
internal sealed class OfferLinks(SignedLinks links, CurrentConfiguration configuration)
{
    /// <summary>Where the operator is reached; null where that is not said.</summary>
    public string? Contact => configuration.Snapshot.Configuration.Settings.Contact;

    /// <summary>
    /// The links for one attempt; null where nobody reads the destination, or there are no pages. What a subscriber is asked
    /// in a notice, to confirm a subscription, has its own link and nothing yet to turn down.
    /// </summary>
    public ReaderLinks? Of(Destination destination, IEnumerable<Alert> alerts)
    {
        if (!destination.IsSubscriber)
        {
            return links.Of(destination);
        }

        var (id, schedule) = SubscriberName.Parse(destination.Name);
        return schedule is null ? null : links.Of(id, SubscriptionsOf(destination, alerts));
    }

    // What the email came from, and nothing else, ends with its link.
    private static IReadOnlyList<string> SubscriptionsOf(Destination destination, IEnumerable<Alert> alerts) =>
    [
        .. alerts
            .SelectMany(alert => alert.Rules)
            .Select(rule => destination.Follows.GetValueOrDefault(rule.Name))
            .OfType<string>()
            .Distinct(),
    ];
}
