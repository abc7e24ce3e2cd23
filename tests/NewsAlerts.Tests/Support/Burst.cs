using System.Globalization;
using NewsAlerts.Archive;
using NewsAlerts.Delivery;
using NewsAlerts.Feeds;
using NewsAlerts.Messages;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Tests.Support;

/// <summary>Many alerts for the destination <c>desk</c>, each of an item of its own, as the step before sends them.</summary>
internal static class Burst
{
    /// <summary>The ids of so many alerts, in the order in which they come.</summary>
    public static IReadOnlyList<string> Ids(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(number => AlertId.Of("desk", number.ToString(CultureInfo.InvariantCulture)))];

    /// <summary>Archives the items, and sends the messages.</summary>
    /// <param name="archive">Where the items go.</param>
    /// <param name="messages">Where the messages go.</param>
    /// <param name="seen">When the items were seen, UTC.</param>
    /// <param name="from">The number of the first alert.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="rule">The rule that they match.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task BringAsync(
        ItemArchive archive, StepMessages messages, DateTimeOffset seen, int from, int count, string rule, CancellationToken cancellationToken)
    {
        foreach (var batch in Enumerable.Range(from, count).Chunk(ItemArchive.MaxItems))
        {
            var items = batch.Select(number => number.ToString(CultureInfo.InvariantCulture)).Select(name => new ArchivedItem
            {
                Id = name,
                Story = name,
                FeedUrl = "https://news.example/feed",
                Seen = seen,
                Item = new Item { Title = $"Taiwan {name}", Link = $"https://news.example/{name}" },
            });
            var stored = await archive.StoreAsync("1", new ItemBatch([.. items]), cancellationToken);
            foreach (var part in batch.Index().Chunk(100))
            {
                List<AlertReference> alerts = [.. part.Select(entry => new AlertReference(Ids(entry.Item, 1)[0], entry.Index, [rule]))];
                foreach (var message in WakeMessages.Split("desk", stored, alerts))
                {
                    await messages.SendAsync(message, TimeSpan.Zero, cancellationToken);
                }
            }
        }
    }
}
