using System.Collections.Concurrent;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Messages;
using NewsAlerts.Monitoring;
using NewsAlerts.Steps;

namespace NewsAlerts.Local.Demo;

/// <summary>Compares what every destination should be told with what it was told.</summary>
internal sealed class Arrivals
{
    private readonly ConcurrentDictionary<(string Destination, string Alert), bool> _told = new();

    public Arrivals(PipelineEvents events)
    {
        events.Matches.ItemMatched += (item, rules) =>
        {
            foreach (var destination in rules.SelectMany(rule => rule.Notify))
            {
                _told.TryAdd((destination, AlertId.Of(destination, item.Story)), false);
            }
        };
        events.Deliveries.DeliveryTried += (record, alerts) =>
        {
            foreach (var alert in alerts.Where(_ => record.Status == DeliveryStatus.Delivered))
            {
                _told[(record.Destination, alert.Id)] = true;
            }
        };
    }

    /// <summary>How many alerts the destination was told.</summary>
    public int Told(string destination) => _told.Count(entry => entry.Key.Destination == destination && entry.Value);

    /// <summary>How many alerts the destination was not told, and should have been.</summary>
    public int Missing(string destination) => _told.Count(entry => entry.Key.Destination == destination && !entry.Value);
}
