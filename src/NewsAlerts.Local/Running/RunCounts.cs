using NewsAlerts.Archive;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Steps;

namespace NewsAlerts.Local.Running;

/// <summary>Counts what a run does.</summary>
internal sealed class RunCounts
{
    private int _feeds;
    private int _failed;
    private int _newItems;
    private int _matched;
    private int _alerts;
    private int _deliveries;

    public RunCounts(PipelineEvents events)
    {
        events.Polls.FeedPolled += (_, after, newItems) =>
        {
            Interlocked.Increment(ref _feeds);
            Interlocked.Add(ref _failed, after.Error is null ? 0 : 1);
            Interlocked.Add(ref _newItems, newItems);
        };
        events.Matches.ItemMatched += (_, _) => Interlocked.Increment(ref _matched);
        events.Deliveries.DeliveryTried += (record, _) =>
        {
            if (record.Status == DeliveryStatus.Delivered)
            {
                Interlocked.Increment(ref _deliveries);
                Interlocked.Add(ref _alerts, record.Alerts.Count);
            }
        };
    }

    /// <summary>All of them, as they are now.</summary>
    public RunTotals Totals => new(_feeds, _failed, _newItems, _matched, _alerts, _deliveries);

    /// <summary>Polls of a feed.</summary>
    public int Feeds => _feeds;

    /// <summary>Polls that failed.</summary>
    public int Failed => _failed;

    /// <summary>Items that were seen first.</summary>
    public int NewItems => _newItems;

    /// <summary>Items that satisfied a rule.</summary>
    public int Matched => _matched;

    /// <summary>Alerts that were delivered.</summary>
    public int Alerts => _alerts;

    /// <summary>Messages that delivered them.</summary>
    public int Deliveries => _deliveries;
}
