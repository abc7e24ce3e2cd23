using System.Diagnostics.Metrics;
using NewsAlerts.Channels;
using NewsAlerts.Messages;

namespace NewsAlerts.Monitoring;

/// <summary>Counts what the steps do. The names and units follow OpenTelemetry's conventions for metrics.</summary>
internal static class Metrics
{
    /// <summary>The name under which the instruments are listened to.</summary>
    public const string MeterName = "NewsAlerts";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Polls =
        Meter.CreateCounter<long>("newsalerts.feeds.polled", "{poll}", "Polls of a feed, by result.");

    private static readonly Counter<long> Items =
        Meter.CreateCounter<long>("newsalerts.items.new", "{item}", "Items that were seen first.");

    private static readonly Counter<long> Matches =
        Meter.CreateCounter<long>("newsalerts.matches", "{match}", "Rules that an item satisfied.");

    private static readonly Counter<long> Deliveries =
        Meter.CreateCounter<long>("newsalerts.deliveries", "{attempt}", "Attempts to deliver, by result.");

    private static readonly Histogram<double> Delay =
        Meter.CreateHistogram<double>("newsalerts.alert.delay", "s", "From an item's publication to its delivery.");

    /// <summary>Counts what the events tell from now on, and returns them.</summary>
    public static PipelineEvents Watch(PipelineEvents events)
    {
        events.Polls.FeedPolled += (_, after, newItems) =>
        {
            Polls.Add(1, new KeyValuePair<string, object?>("result", after.Error is null ? "ok" : "failed"));
            Items.Add(newItems);
        };
        events.Matches.ItemMatched += (_, rules) => Matches.Add(rules.Count);
        events.Deliveries.DeliveryTried += (record, alerts) =>
        {
            var attempt = record.Attempts[^1];
            Deliveries.Add(1, new KeyValuePair<string, object?>("result", attempt.Outcome.ToString()));
            if (attempt.Outcome == DeliveryOutcome.Delivered)
            {
                RecordDelay(alerts, attempt.At);
            }
        };
        return events;
    }

    // A time of publication that lies ahead says nothing about us.
    private static void RecordDelay(IReadOnlyList<Alert> alerts, DateTimeOffset delivered)
    {
        foreach (var published in alerts.Select(alert => alert.Item.Published).Where(published => published <= delivered))
        {
            Delay.Record((delivered - published.GetValueOrDefault()).TotalSeconds);
        }
    }
}
