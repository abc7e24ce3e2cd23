using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery.State;
using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Suppressed;

namespace NewsAlerts.Monitoring;

/// <summary>Finds out how the service is. It changes nothing, and may be asked beside a running service.</summary>
internal sealed class ReadStatus(
    CurrentConfiguration configuration,
    FeedShards shards,
    ReadHubs hubs,
    IMessageQueue queue,
    PoisonMessages poison,
    DestinationStates destinations,
    DeliveryLedger ledger,
    FindSuppression suppression,
    Subscribers subscribers,
    IncidentLog incidents,
    RunnerLog runner,
    IDocumentStore documents,
    TimeProvider time)
{
    /// <summary>Reads the status of everything that is configured.</summary>
    public async Task<ServiceStatus> RunAsync(CancellationToken cancellationToken)
    {
        var (current, now) = (configuration.Snapshot.Configuration, time.GetUtcNow());
        var states = await ReadFeedsAsync(cancellationToken);
        var deliveries = await ReadDeliveriesAsync(cancellationToken);
        var told = new List<DestinationStatus>();
        foreach (var destination in current.Destinations)
        {
            var state = await destinations.ReadAsync(destination.Name, cancellationToken);
            told.Add(DestinationStatus.Of(destination, state, deliveries[destination.Name], now) with
            {
                Suppressed = await suppression.RunAsync(destination, cancellationToken),
            });
        }

        var feeds = current.Feeds.Select(feed =>
            (Feed: (Feed?)feed, State: states.GetValueOrDefault(feed.Url) ?? new FeedState { Url = feed.Url, Due = now }));
        return await CompleteAsync(feeds, told, cancellationToken);
    }

    /// <summary>
    /// Reads the status of what is stored, for when the configuration cannot be read: the feeds that are polled and the
    /// destinations that something was ever to be sent to. What the configuration alone says is left out.
    /// </summary>
    public async Task<ServiceStatus> RunStoredAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var states = await ReadFeedsAsync(cancellationToken);
        var deliveries = await ReadDeliveriesAsync(cancellationToken);
        var told = new List<DestinationStatus>();
        await foreach (var name in destinations.ListAsync(cancellationToken).Select(listed => listed.Name))
        {
            if (!SubscriberName.IsOne(name) && await destinations.ReadAsync(name, cancellationToken) is { } state)
            {
                told.Add(DestinationStatus.OfStored(state, deliveries[name], now));
            }
        }

        var feeds = states.Values.OrderBy(state => state.Url, StringComparer.Ordinal).Select(state => ((Feed?)null, state));
        return await CompleteAsync(feeds, told.OrderBy(destination => destination.Name, StringComparer.Ordinal), cancellationToken);
    }

    private async Task<ServiceStatus> CompleteAsync(
        IEnumerable<(Feed? Feed, FeedState State)> feeds, IEnumerable<DestinationStatus> told, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = feeds.ToList();
        var announced = await hubs.RunAsync(known.Select(feed => feed.State), cancellationToken);
        var queues = new List<QueueStatus>();
        foreach (var name in Queues.All)
        {
            queues.Add(new QueueStatus(
                name,
                await queue.CountAsync(name, cancellationToken),
                await poison.ListAsync(name, cancellationToken).ToListAsync(cancellationToken)));
        }

        return new ServiceStatus(
            [.. known.Select(feed => FeedStatus.Of(feed.Feed, feed.State, now) with { Hub = announced.GetValueOrDefault(feed.State.Url) })],
            queues,
            [.. told],
            await subscribers.CountAsync(cancellationToken))
        {
            Runner = await runner.ReadAsync(cancellationToken),
            Incidents = await incidents.ReadAsync(cancellationToken),
            Damaged = await SetAsideDamaged.ListDamagedAsync(documents, cancellationToken).ToListAsync(cancellationToken),
        };
    }

    private async Task<Dictionary<string, FeedState>> ReadFeedsAsync(CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, FeedState>();
        await foreach (var listed in shards.ListAsync(cancellationToken))
        {
            foreach (var feed in (await shards.ReadAsync(listed.Name, cancellationToken))?.Feeds ?? [])
            {
                states[feed.Url] = feed;
            }
        }

        return states;
    }

    private async Task<ILookup<string, ListedDelivery>> ReadDeliveriesAsync(CancellationToken cancellationToken)
    {
        // A delivery is listed under the day on which it was decided, and may have taken days.
        var now = time.GetUtcNow();
        var days = Enumerable.Range(0, (int)RetrySchedule.Patience.TotalDays + 2).Select(day => now.AddDays(-day));
        var deliveries = await days.ToAsyncEnumerable()
            .SelectMany(day => ledger.ListAsync(day, cancellationToken))
            .Where(delivery => now - delivery.At <= TimeSpan.FromHours(24))
            .ToListAsync(cancellationToken);
        return deliveries.ToLookup(delivery => delivery.Destination);
    }
}
