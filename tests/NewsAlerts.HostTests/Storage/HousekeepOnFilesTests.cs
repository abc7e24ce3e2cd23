using NewsAlerts.Archive;
using NewsAlerts.Archive.Segments;
using NewsAlerts.Feeds;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Storage;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.Storage;

/// <summary>The archive's segments as files, which another process reads while they change.</summary>
public sealed class HousekeepOnFilesTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_WeekOfItemsAndARestartAnHour_EachIsFoundAndFilesAreFew()
    {
        var names = new List<string>();
        for (var hour = 0; hour < 24 * 7; hour++)
        {
            var documents = new FileDocumentStore(_folder.Path);
            names.Add(await new ItemArchive(documents).StoreAsync("0001", new ItemBatch([NewItem(hour)]), Token));
            await new MergeDocuments(documents, new MergeableItems()).RunAsync(Start.AddHours(hour), TimeSpan.FromDays(90), Token);
        }

        var store = new FileDocumentStore(_folder.Path);
        foreach (var (hour, name) in names.Index())
        {
            var found = Assert.Single(await new ArchiveSearch(store).ByLinkAsync(LinkOf(hour), Token));
            Assert.Equal((name, 0, $"Überschrift № {hour}"), (found.Batch, found.Index, found.Item.Item.Title));
            Assert.Equal(found.Item.Id, Assert.Single((await new ItemArchive(store).ReadAsync(name, Token)).Items).Id);
        }

        Assert.InRange(await store.ListAsync("", Token).CountAsync(Token), 10, 60);
    }

    private static string LinkOf(int hour) => $"https://news.example.org/{hour}";

    private static ArchivedItem NewItem(int hour)
    {
        var item = new Item { Title = $"Überschrift № {hour}", Link = LinkOf(hour) };
        return new ArchivedItem
        {
            Id = ItemId.Of(item),
            Story = $"link\n{LinkOf(hour)}",
            FeedUrl = "https://news.example.org/feed",
            Seen = Start.AddHours(hour),
            Item = item,
        };
    }
}
