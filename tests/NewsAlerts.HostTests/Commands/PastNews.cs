using NewsAlerts.Archive;
using NewsAlerts.Archive.Segments;
using NewsAlerts.Feeds;
using NewsAlerts.Local.Running;

namespace NewsAlerts.HostTests.Commands;

/// <summary>A data folder with news of the past days, merged in part.</summary>
internal static class PastNews
{
    public const string Configuration =
        """
        settings: { contact: ops@example.org }
        feeds:
          - { url: "https://world.example.org/feed", name: World wire, tags: [world] }
          - { url: "https://asia.example.org/feed", name: Asia desk, tags: [asia] }
        rules:
          - { name: Lavrov on Taiwan, when: Lavrov AND Taiwan, notify: [me] }
          - { name: Cats, when: jaguar NOT car, feeds: [asia], notify: [me] }
        destinations:
          - { name: me, type: email, to: me@example.org }
        """;

    private static readonly string[] Others =
    [
        "Markets end the day little changed", "Flood warning for the south coast", "Cup final goes to extra time",
        "A new telescope opens its eye", "Parliament votes on the budget", "Strike at the port enters its third week",
    ];

    /// <summary>Stores one item after the other: the days since each was seen, its title and its summary.</summary>
    public static async Task StoreAsync(string folder, IEnumerable<(double Days, string Title, string Summary)> items)
    {
        var now = TimeProvider.System.GetUtcNow();
        var documents = new DataFolder(folder, TimeProvider.System).Documents;
        var archive = new ItemArchive(documents);
        foreach (var (number, (days, title, summary)) in items.Index())
        {
            var site = number % 2 == 0 ? "world" : "asia";
            var item = new Item { Title = title, Summary = summary, Link = $"https://{site}.example.org/{number}" };
            await archive.StoreAsync("0001", new ItemBatch([new ArchivedItem
            {
                Id = ItemId.Of(item),
                Story = $"link\n{item.Link}",
                FeedUrl = $"https://{site}.example.org/feed",
                Seen = now.AddDays(-days),
                Item = item,
            }]), CancellationToken.None);
        }

        await new MergeDocuments(documents, new MergeableItems()).RunAsync(now, TimeSpan.FromDays(90), CancellationToken.None);
    }

    /// <summary>Forty days of news, in which Lavrov speaks of Taiwan every third day.</summary>
    public static IEnumerable<(double Days, string Title, string Summary)> FortyDays() =>
        from hour in Enumerable.Range(1, 160)
        let days = 40 - (hour / 4.0) + 0.01
        select hour % 12 == 0
            ? (days, $"Lavrov: Moscow backs Beijing over Taiwan, part {hour}", "The foreign minister spoke after talks with Wang Yi in Beijing. Moscow, he said, stands by its partner.")
            : (days, $"{Others[hour % Others.Length]}, {hour}", "What happened and why, and what people say about it.");
}
