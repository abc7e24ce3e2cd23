using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Pipeline.Incidents;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Pipeline;

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
    TimeProvider time)
{
    private static readonly TimeSpan TimeToTellOfGaps = TimeSpan.FromDays(7);

    /// <summary>Reads the status of everything that is configured.</summary>
    public async Task<ServiceStatus> RunAsync(CancellationToken cancellationToken)
    {
        var current = configuration.Snapshot.Configuration;
        var states = await ReadFeedsAsync(cancellationToken);
        var announced = await hubs.RunAsync(states.Values, cancellationToken);
        var deliveries = await ReadDeliveriesAsync(cancellationToken);
        var queues = new List<QueueStatus>();
        foreach (var name in Queues.All)
        {
            queues.Add(new QueueStatus(
                name,
                await queue.CountAsync(name, cancellationToken),
                await poison.ListAsync(name, cancellationToken).ToListAsync(cancellationToken)));
        }

        var told = new List<DestinationStatus>();
        foreach (var destination in current.Destinations)
        {
            var state = await destinations.ReadAsync(destination.Name, cancellationToken);
            told.Add(Describe(destination, state, deliveries[destination.Name]) with
            {
                Suppressed = await suppression.RunAsync(destination, cancellationToken),
            });
        }

        return new ServiceStatus(
            [.. current.Feeds.Select(feed => Describe(feed, states.GetValueOrDefault(feed.Url)) with { Hub = announced.GetValueOrDefault(feed.Url) })], queues, told, await subscribers.CountAsync(cancellationToken))
        {
            Incidents = await incidents.ReadAsync(cancellationToken),
        };
    }

    private FeedStatus Describe(Feed feed, FeedState? state)
    {
        var now = time.GetUtcNow();
        var recent = (state ?? new FeedState { Url = feed.Url, Due = now }).WithNewItems(0, now);
        var pace = FeedPace.Of(feed, recent, recent.Polled ?? now);
        return new FeedStatus(
            feed.Name ?? recent.Title ?? WebAddress.HostOf(feed.Url),
            WebAddress.WithoutSecrets(feed.Url),
            recent.Polled,
            recent.Due,
            recent.Error,
            recent.Failures,
            recent.NewItems.Sum(hour => hour.Count),
            pace.Interval,
            pace.Reason,
            recent.Gap is { } gap && now - gap.Until < TimeToTellOfGaps ? gap : null,
            recent.GuidsTellNothing,
            recent.MovedTo is null ? null : WebAddress.WithoutSecrets(recent.MovedTo))
        {
            ArticleProblem = recent.ArticleProblem,
        };
    }

    private DestinationStatus Describe(
        Destination destination, DestinationState? state, IEnumerable<ListedDelivery> deliveries)
    {
        var now = time.GetUtcNow();
        var next = state?.NextSend(destination.Timing, now);
        var delivered = deliveries.Where(delivery => delivery.Status == DeliveryStatus.Delivered).ToList();
        return new DestinationStatus(
            destination.Name,
            destination.Type,
            delivered.Sum(delivery => delivery.Alerts),
            delivered.Count == 0 ? null : delivered.Max(delivery => delivery.At),
            (state?.Pending.Count ?? 0) + (state?.Planned.Sum(delivery => delivery.Alerts.Count) ?? 0),
            next is null || next.At > now ? next?.At : now,
            state?.Problem,
            state?.EnableIfMoved(destination).Disabled?.Reason)
        {
            Held = HoldText.Of(next, destination.Timing, state?.FailuresInRow ?? 0, now),
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
