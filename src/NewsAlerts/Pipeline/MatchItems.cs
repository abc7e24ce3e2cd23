using NewsAlerts.Alerts;
using NewsAlerts.Configuration;
using NewsAlerts.Storage;

namespace NewsAlerts.Pipeline;

/// <summary>
/// The third step: matches a batch of new items against the rules, and brings each destination the alerts for it, as
/// references.
/// </summary>
internal sealed class MatchItems(CurrentConfiguration configuration, ItemArchive archive, Messages messages, PipelineEvents events)
{
    /// <summary>Matches the batch that the message names.</summary>
    public Task RunAsync(MatchBatch message, CancellationToken cancellationToken) =>
        Tracing.RunStepAsync(nameof(MatchItems), message.Trace, () => MatchAsync(message, cancellationToken));

    private async Task MatchAsync(MatchBatch message, CancellationToken cancellationToken)
    {
        var snapshot = configuration.Snapshot;
        var batch = await archive.ReadAsync(message.Batch, cancellationToken);
        var alerts = new SortedDictionary<string, List<AlertReference>>(StringComparer.Ordinal);
        foreach (var (index, item) in batch.Items.Index().Where(entry => entry.Item.Quiet is null))
        {
            var matched = snapshot.Rules.Match(ItemTexts.Of(item, snapshot.FindFeed(item.FeedUrl)), item.FeedUrl);
            if (matched.Count > 0)
            {
                events.Matched(item, matched);
            }

            foreach (var destination in matched.SelectMany(rule => rule.Notify).Distinct())
            {
                if (!alerts.TryGetValue(destination, out var references))
                {
                    alerts[destination] = references = [];
                }

                var names = matched.Where(rule => rule.Notify.Contains(destination)).Select(rule => rule.Name);
                references.Add(new AlertReference(AlertId.Of(destination, item.Story), index, [.. names]));
            }
        }

        foreach (var (destination, references) in alerts)
        {
            foreach (var part in WakeMessages.Split(destination, message.Batch, references))
            {
                await messages.SendAsync(part, TimeSpan.Zero, cancellationToken);
            }
        }
    }
}
