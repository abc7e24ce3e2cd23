using NewsAlerts.Archive;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Polling;

/// <summary>Collects new items, stores them in batches, and asks for each batch to be matched.</summary>
internal sealed class NewItemBatches(ItemArchive archive, StepMessages messages, string shard)
{
    private const int NamesAndTimes = 400;

    private List<ArchivedItem> _items = [];
    private int _size;

    /// <summary>Adds items, and stores a batch whenever one is full.</summary>
    public async Task AddAsync(IReadOnlyList<ArchivedItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            var size = SizeOf(item);
            if (_items.Count == ItemArchive.MaxItems || (_items.Count > 0 && _size + size > ItemArchive.MaxBytes))
            {
                await FlushAsync(cancellationToken);
            }

            _items.Add(item);
            _size += size;
        }
    }

    /// <summary>Stores what was collected. The message follows the document: it never points to nothing.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_items.Count == 0)
        {
            return;
        }

        var batch = new ItemBatch(_items);
        (_items, _size) = ([], 0);
        var name = await archive.StoreAsync(shard, batch, cancellationToken);
        if (batch.Items.Any(item => item.Quiet is null))
        {
            await messages.SendAsync(new MatchBatch(name), cancellationToken);
        }
    }

    private static int SizeOf(ArchivedItem archived)
    {
        var item = archived.Item;
        string?[] texts = [archived.Story, archived.FeedUrl, archived.FeedTitle, item.Guid, item.Title, item.Link, item.Summary, item.Content, item.Language];
        return NamesAndTimes + texts.Concat(item.Authors).Concat(item.Categories).Concat(item.Enclosures.Select(file => file.Url)).Sum(JsonSize.Of);
    }
}
