using System.Globalization;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.Messages;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Monitoring.Incidents;

/// <summary>
/// Tells the destinations of <c>notifyOps</c> what a week has brought, where <c>weeklySummary</c> asks for it. Everything is
/// counted from what is stored: the archive, the ledger, the open incidents.
/// </summary>
internal sealed class WeeklySummary(
    CurrentConfiguration configuration,
    IDocumentStore documents,
    ItemArchive archive,
    DeliveryLedger ledger,
    IncidentLog log,
    StepMessages messages,
    TimeProvider time)
{
    private const string Name = "service/summary";
    private const string AtKey = "at";

    // A delivery is given up, or got through to its receiver, some days after it was decided.
    private static readonly TimeSpan LongestTried = TimeSpan.FromDays(4);

    /// <summary>Tells of the last week, unless that was told. The week that is under way when it is asked for first is the first one.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var settings = configuration.Snapshot.Configuration.Settings;
        if (settings.WeeklySummary is not { } schedule)
        {
            return;
        }

        var now = time.GetUtcNow();
        var due = schedule.Last(now, settings.TimeZone);
        var done = await documents.ListAsync(Name, cancellationToken).FirstOrDefaultAsync(cancellationToken);
        var isAhead = done?.ReadTime(AtKey)?.IsTooFar(now, TimeSpan.Zero) == true;
        if (done?.ReadTime(AtKey) >= due && !isAhead)
        {
            return;
        }

        // What a clock that was wrong has told is told; the next week is told at its time.
        if (done is not null && !isAhead)
        {
            var notice = await DescribeAsync(schedule.Last(due - TimeSpan.FromTicks(1), settings.TimeZone), due, cancellationToken);
            foreach (var destination in settings.NotifyOps)
            {
                await messages.SendAsync(new WakeDestination { Destination = destination, Notice = notice }, TimeSpan.Zero, cancellationToken);
            }
        }

        // After the messages: told twice, a destination takes it once.
        var metadata = new Dictionary<string, string>();
        metadata.Add(AtKey, now);
        await documents.WriteAsync(Name, default, WriteCondition.None, metadata, cancellationToken);
    }

    private async Task<Notice> DescribeAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (items, feeds) = await CountItemsAsync(from, until, cancellationToken);
        var deliveries = await CountDeliveriesAsync(from, until, cancellationToken);
        var open = await log.ReadAsync(cancellationToken);
        var watched = configuration.Snapshot.Configuration.Feeds.Count;
        var (told, alerts) = deliveries.GetValueOrDefault(DeliveryStatus.Delivered);
        var (givenUp, stillTried) = (deliveries.GetValueOrDefault(DeliveryStatus.Poisoned).Messages, deliveries.GetValueOrDefault(DeliveryStatus.Retrying).Messages);
        var wrong = open.GroupBy(incident => incident.Kind).Select(kind => IncidentKind.Find(kind.Key)?.Begin([.. kind]) ?? kind.Key).ToList();
        var notice = ServiceNotice.Of("summary", until.ToString("O", CultureInfo.InvariantCulture), $"The week: {Counted.Of(items, "new item")}, {Counted.Of(alerts, "alert")} told", until) with
        {
            Paragraphs =
            [
                Text($"From {from.UtcDateTime:d MMM HH:mm} to {until.UtcDateTime:d MMM HH:mm} UTC, {Counted.Of(items, "new item")} came from {feeds:N0} of {Counted.Of(watched, "feed")}."),
                $"Told: {Counted.Of(alerts, "alert")} in {Counted.Of(told, "message")}. Given up: {Counted.Of(givenUp, "message")}. Still tried: {Counted.Of(stillTried, "message")}.",
                wrong.Count == 0 ? "Nothing is wrong with the service." : $"{string.Join(". ", wrong)}.",
            ],
        };
        return ServiceNotice.With(notice, [.. open.Select(incident => new NoticeEntry(incident.Kind, incident.Name, incident.Text, incident.Since))]);
    }

    private async Task<(int Items, int Feeds)> CountItemsAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var count = 0;
        var feeds = new HashSet<string>();
        await foreach (var item in archive.ScanAsync(from, cancellationToken).Where(item => item.Seen < until))
        {
            count++;
            feeds.Add(item.FeedUrl);
        }

        return (count, feeds.Count);
    }

    // A week of many subscribers is many million deliveries: none of them is kept.
    private async Task<Dictionary<DeliveryStatus, (int Messages, int Alerts)>> CountDeliveriesAsync(
        DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<DeliveryStatus, (int Messages, int Alerts)>();
        for (var day = from - LongestTried; day < until + TimeSpan.FromDays(1); day += TimeSpan.FromDays(1))
        {
            await foreach (var delivery in ledger.ListAsync(day, cancellationToken).Where(delivery => delivery.At >= from && delivery.At < until))
            {
                var before = counts.GetValueOrDefault(delivery.Status);
                counts[delivery.Status] = (before.Messages + 1, before.Alerts + delivery.Alerts);
            }
        }

        return counts;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
