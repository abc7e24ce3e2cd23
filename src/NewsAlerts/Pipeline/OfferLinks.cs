using NewsAlerts.Channels;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Pipeline;

/// <summary>Finds where the reader of a delivery can turn it down.</summary>
internal sealed class OfferLinks(SignedLinks links)
{
    /// <summary>The links for one attempt; null where nobody reads the destination, or there are no pages.</summary>
    public ReaderLinks? Of(Destination destination) => destination.IsSubscriber ? null : links.Of(destination);
}
