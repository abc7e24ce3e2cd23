using NewsAlerts.Archive.Segments;
using NewsAlerts.Storage;

namespace NewsAlerts.Archive;

/// <summary>Batches of items, as they are merged: an hour after their items were seen, when nearly all messages that point to them are done.</summary>
/// <param name="observe">Looks at each batch that is merged; null where nobody does.</param>
internal sealed class MergeableItems(Action<ItemBatch>? observe = null) : IMergeable
{
    private const string SeenKey = "seen";
    private const string KeysKey = "keys";
    private const string WordsKey = "words";

    private static readonly TimeSpan Settling = TimeSpan.FromHours(1);

    public string Kind => ItemArchive.Kind;

    public bool IsSettled(DocumentInfo info, DateTimeOffset now) => !(info.ReadTime(SeenKey) + Settling > now);

    public MergedLine Read(string name, ReadOnlySpan<byte> content)
    {
        if (ItemArchive.Parse(name, content) is not { Items.Count: > 0 and <= ushort.MaxValue } batch)
        {
            throw new InvalidDataException($"the document {name} has no items");
        }

        observe?.Invoke(batch);
        return new MergedLine(batch.Items.Min(item => item.Seen), batch.Items.Max(item => item.Seen), ItemKeys.Of(batch));
    }

    /// <summary>What a listing tells of a batch: when it was seen, how large it is, and what may be in it.</summary>
    public static Dictionary<string, string> MetadataOf(ItemBatch batch, int bytes)
    {
        // What has a signature is a word.
        var keys = ItemKeys.Of(batch).ToLookup(key => key.Words == default, key => key.Key);
        var metadata = new Dictionary<string, string>
        {
            [KeysKey] = KeyFilter.Of([.. keys[true].Distinct()]),
            [WordsKey] = KeyFilter.Of([.. keys[false].Distinct()]),
        };
        metadata.Add(SeenKey, batch.Items[^1].Seen);
        MergeDocuments.AddSize(metadata, bytes);
        return metadata;
    }

    /// <summary>When the last item of a listed batch was seen, UTC; the end of time where the listing does not say it.</summary>
    public static DateTimeOffset SeenOf(DocumentInfo info) => info.ReadTime(SeenKey) ?? DateTimeOffset.MaxValue;

    /// <summary>Whether an item of that id or link may be in a listed batch.</summary>
    public static bool MayHold(DocumentInfo info, ulong key) =>
        KeyFilter.MayHold(info.Metadata.GetValueOrDefault(KeysKey), [key]);

    /// <summary>Whether all of these words may be in titles of a listed batch.</summary>
    public static bool MayHoldWords(DocumentInfo info, IEnumerable<ulong> words) =>
        KeyFilter.MayHold(info.Metadata.GetValueOrDefault(WordsKey), words);
}
