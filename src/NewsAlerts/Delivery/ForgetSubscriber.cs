using NewsAlerts.Channels;
using NewsAlerts.Delivery.State;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Delivery;

/// <summary>
/// Forgets somebody who has subscribed: address, subscriptions, what waits, what was told. What is on its way finds nobody and is
/// dropped. The ledger, which knows people by an id alone, keeps what was sent as long as everything else.
/// </summary>
internal sealed class ForgetSubscriber(Subscribers subscribers, DestinationStates states)
{
    /// <summary>Forgets whoever has that id. Returns whether there was somebody.</summary>
    public async Task<bool> RunAsync(string id, CancellationToken cancellationToken)
    {
        var wasThere = false;
        await subscribers.UpdateAsync(
            id,
            subscriber =>
            {
                wasThere = subscriber is not null;
                return null;
            },
            cancellationToken);
        await states.ForgetReaderAsync(SubscriberName.Of(id), cancellationToken);
        return wasThere;
    }
}
