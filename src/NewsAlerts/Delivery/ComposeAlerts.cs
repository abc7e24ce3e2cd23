using Microsoft.Extensions.Logging;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Messages;
using NewsAlerts.Storage;

namespace NewsAlerts.Delivery;

/// <summary>Makes alerts from what waits for a destination: fetches the items, and finds the words that matched.</summary>
internal sealed partial class ComposeAlerts(
    CurrentConfiguration configuration, ItemArchive archive, TimeProvider time, ILogger<ComposeAlerts> logger)
{
    /// <summary>The alerts, in the same order.</summary>
    /// <param name="destination">Whom they are for.</param>
    /// <param name="pending">What waits.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<Alert>> RunAsync(
        Destination destination, IEnumerable<PendingAlert> pending, CancellationToken cancellationToken)
    {
        var snapshot = configuration.Snapshot;
        var rules = new MatchedRules(snapshot.Rules, destination.IsSubscriber);
        var alerts = new List<Alert>();
        var batches = new Dictionary<string, ItemBatch>();
        foreach (var alert in pending)
        {
            alerts.Add(Compose(alert, await FindAsync(alert, batches, cancellationToken), snapshot, rules));
        }

        return alerts;
    }

    // An alert whose item is lost is still an alert, and must not hold up those behind it.
    private async Task<ArchivedItem> FindAsync(
        PendingAlert alert, Dictionary<string, ItemBatch> batches, CancellationToken cancellationToken)
    {
        try
        {
            if (!batches.TryGetValue(alert.Batch, out var batch))
            {
                batches[alert.Batch] = batch = await archive.ReadAsync(alert.Batch, cancellationToken);
            }

            return batch.Items[alert.Index];
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException)
        {
            Log.ItemLost(logger, e, alert.Id, alert.Batch);
            return new ArchivedItem
            {
                Id = "",
                Story = "",
                FeedUrl = "",
                FeedTitle = "an unknown feed",
                Seen = time.GetUtcNow(),
                Item = new Item { Title = "An item that is no longer in the archive" },
            };
        }
    }

    private static Alert Compose(PendingAlert pending, ArchivedItem item, ConfigurationSnapshot snapshot, MatchedRules rules)
    {
        var text = ItemTexts.Of(item, snapshot.FindFeed(item.FeedUrl));
        var found = pending.Rules.Select(name => rules.Find(name, text)).ToList();
        var matched = from rule in found
                      from word in rule.Places
                      select new MatchedWord(
                          rule.Rule.Name, word.Field, text[word.Field].Substring(word.Start, word.Length), word.Start, word.Length);
        return new Alert
        {
            Id = pending.Id,
            Rules = [.. found.Select(rule => rule.Rule)],
            ItemId = item.Id,
            Item = item.Item,
            Feed = new AlertFeed(snapshot.NameOfFeed(item.FeedUrl, item.FeedTitle), ShownAddress.WithoutSecrets(item.FeedUrl)),
            Seen = item.Seen,
            Matched = [.. matched],
        };
    }

    private static partial class Log
    {
        [LoggerMessage(310, LogLevel.Error, "The item of alert {Alert} is lost: {Batch}")]
        public static partial void ItemLost(ILogger logger, Exception exception, string alert, string batch);
    }
}
