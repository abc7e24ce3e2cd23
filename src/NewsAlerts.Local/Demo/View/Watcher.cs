using System.Collections.Immutable;
using NewsAlerts.Configuration;
using NewsAlerts.Local.Demo.Sites;
using NewsAlerts.Monitoring;
using NewsAlerts.Steps;

namespace NewsAlerts.Local.Demo.View;

/// <summary>Keeps the scene up to date with what the steps do.</summary>
internal sealed class Watcher
{
    private Scene _scene;

    /// <summary>Starts watching.</summary>
    public Watcher(PipelineEvents events, AlertsConfiguration configuration, IReadOnlyList<Site> sites)
    {
        _scene = new Scene
        {
            Feeds = [.. configuration.Feeds.Zip(sites, (feed, site) => new FeedRow
            {
                Url = feed.Url,
                Name = feed.Name ?? site.Title,
                Format = $"{DemoFormats.Of(site).Name}, {site.Encoding}",
            })],
            Destinations = [.. configuration.Destinations.Select(destination => new DestinationRow
            {
                Name = destination.Name,
                Type = destination.Type,
            })],
        };
        events.Polls.FeedPolled += (feed, after, newItems) => Update(scene => scene.WithPoll(feed, after, newItems));
        events.Polls.ItemsFound += (feed, items) => Update(scene => scene.WithItems(feed, items));
        events.Deliveries.DeliveryTried += (record, alerts) => Update(scene => scene.WithDelivery(record, alerts));
    }

    /// <summary>The scene of now.</summary>
    public Scene Scene => Volatile.Read(ref _scene);

    private void Update(Func<Scene, Scene> change) => ImmutableInterlocked.Update(ref _scene, change);
}
