using System.Globalization;
using System.Text.Json;
using NewsAlerts.Items;

namespace NewsAlerts.Storage;

/// <summary>Every item that was seen, in batches: what a message points to instead of carrying it.</summary>
internal sealed class ItemArchive(IDocumentStore documents)
{
    /// <summary>The most items of a batch.</summary>
    public const int MaxItems = 500;

    /// <summary>The most bytes that the texts of a batch should have.</summary>
    public const int MaxBytes = 4 * 1000 * 1000;

    private const string Prefix = "archive/";
    private const int Remembered = 8;

    private readonly JsonDocuments<ItemBatch> _batches = new(documents, StorageJson.Default.ItemBatch);
    private readonly LinkedList<(string Name, ItemBatch Batch)> _recent = [];

    /// <summary>Whether the text is the name of a batch.</summary>
    public static bool IsName(string? text) => text is not null && text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Stores a batch and returns its document's name, made from the day, the shard and the content.</summary>
    public async Task<string> StoreAsync(string shard, ItemBatch batch, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(batch, StorageJson.Default.ItemBatch);
        var hash = StableHash.Of(content, 10);
        var day = batch.Items[0].Seen.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var name = $"{Prefix}{day}/{shard}-{hash}";
        await documents.WriteAsync(name, content, WriteCondition.None, metadata: null, cancellationToken);
        Remember(name, batch);
        return name;
    }

    /// <summary>Reads a batch.</summary>
    /// <exception cref="InvalidDataException">There is no such batch.</exception>
    public async Task<ItemBatch> ReadAsync(string name, CancellationToken cancellationToken)
    {
        if (Recall(name) is { } recent)
        {
            return recent;
        }

        var (batch, _) = await _batches.ReadAsync(name, cancellationToken);
        if (batch is null)
        {
            throw new InvalidDataException($"the archive has no document {name}");
        }

        Remember(name, batch);
        return batch;
    }

    private ItemBatch? Recall(string name)
    {
        lock (_recent)
        {
            return _recent.FirstOrDefault(entry => entry.Name == name).Batch;
        }
    }

    private void Remember(string name, ItemBatch batch)
    {
        lock (_recent)
        {
            _recent.AddFirst((name, batch));
            if (_recent.Count > Remembered)
            {
                _recent.RemoveLast();
            }
        }
    }
}
