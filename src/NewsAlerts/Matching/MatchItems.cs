using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.Messages;
using NewsAlerts.Polling;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Matching;

/// <summary>
/// The third step: matches a batch of new items against the rules, and brings each destination the alerts for it, as
/// references: those that a rule notifies, and those of the people who subscribe to it or to a query of their own.
/// </summary>
internal sealed class MatchItems(
    CurrentConfiguration configuration,
    RefreshSubscriptions subscriptions,
    ItemArchive archive,
    StepMessages messages,
    PoisonMessages poison,
    MatchEvents events,
    TimeProvider time)
{
    // News that many are told of would otherwise reach the last of them as late as all the messages take.
    private const int SentAtOnce = 16;

    /// <summary>Matches the batch that the message names.</summary>
    public Task RunAsync(MatchBatch message, CancellationToken cancellationToken) =>
        Tracing.RunStepAsync(nameof(MatchItems), message.Trace, async () =>
        {
            await MatchAsync(message, cancellationToken);
            await poison.SeenToAsync(Queues.NewItems, message.Replayed, cancellationToken);
        });

    private async Task MatchAsync(MatchBatch message, CancellationToken cancellationToken)
    {
        var snapshot = configuration.Snapshot;
        var people = await subscriptions.RunAsync(cancellationToken);
        var batch = await archive.ReadAsync(message.Batch, cancellationToken);
        var alerts = new SortedDictionary<string, List<AlertReference>>(StringComparer.Ordinal);
        foreach (var (index, item) in batch.Items.Index().Where(entry => entry.Item.Quiet is null))
        {
            var feed = snapshot.FindFeed(item.FeedUrl);
            var text = ItemTexts.Of(item, feed);
            var matched = snapshot.Rules.Match(text, item.FeedUrl);
            if (matched.Count > 0)
            {
                events.Matched(item, matched);
            }

            foreach (var destination in matched.SelectMany(rule => rule.Notify).Distinct())
            {
                var names = matched.Where(rule => rule.Notify.Contains(destination)).Select(rule => rule.Name);
                Add(destination, index, item, [.. names]);
            }

            if (OpenToPeople.Is(item, feed))
            {
                var now = time.GetUtcNow();
                var open = matched.Where(rule => OpenToPeople.Is(rule, now)).Select(rule => rule.Name);
                foreach (var (destination, rules) in people.Match(text, open, now))
                {
                    Add(destination, index, item, rules);
                }
            }
        }

        // Named destinations are told first: a rule may have many thousand followers.
        await Parallel.ForEachAsync(
            alerts.OrderBy(entry => SubscriberName.IsOne(entry.Key)).SelectMany(Split),
            new ParallelOptions { MaxDegreeOfParallelism = SentAtOnce, CancellationToken = cancellationToken },
            async (part, token) => await messages.SendAsync(part, TimeSpan.Zero, token));

        void Add(string destination, int index, ArchivedItem item, IReadOnlyList<string> rules)
        {
            if (!alerts.TryGetValue(destination, out var references))
            {
                alerts[destination] = references = [];
            }

            references.Add(new AlertReference(AlertId.Of(SubscriberName.ReaderOf(destination), item.Story), index, rules));
        }

        IEnumerable<WakeDestination> Split(KeyValuePair<string, List<AlertReference>> entry) =>
            WakeMessages.Split(entry.Key, message.Batch, entry.Value);
    }
}
