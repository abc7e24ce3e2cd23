using NewsAlerts.Feeds;

namespace NewsAlerts.Archive;

/// <summary>
/// The items that the feeds of a shard have shown: 26 bytes for each mark by which an item is told. They are kept as long
/// as the feed shows them and 30 days after, counted for each feed alone, since only a feed that was parsed says what it
/// shows.
/// </summary>
internal sealed class SeenItems
{
    private const uint Magic = 0x314E_4553; // "SEN1"

    private readonly Dictionary<UInt128, SeenFeed> _feeds = [];

    /// <summary>Whether there is something to write.</summary>
    public bool IsChanged => _feeds.Values.Any(feed => feed.IsChanged);

    /// <summary>Takes note of all items that a feed shows now, and tells which of them it had never shown.</summary>
    /// <param name="feedUrl">The feed's configured address.</param>
    /// <param name="items">The feed's items.</param>
    /// <param name="ignoreGuids">Whether the feed is known for identifiers that tell nothing.</param>
    /// <param name="now">The time, UTC.</param>
    public NotedItems Note(string feedUrl, IReadOnlyList<Item> items, bool ignoreGuids, DateTimeOffset now)
    {
        var key = SeenFeed.Hash(feedUrl);
        if (!_feeds.TryGetValue(key, out var seen))
        {
            _feeds[key] = seen = new SeenFeed();
        }

        return seen.Note(items, ignoreGuids, (ushort)(now.ToUnixTimeSeconds() / 86400));
    }

    /// <summary>Forgets all feeds but these.</summary>
    public void KeepOnly(IEnumerable<string> feedUrls)
    {
        var kept = feedUrls.Select(SeenFeed.Hash).ToHashSet();
        foreach (var feed in _feeds.Keys.Where(feed => !kept.Contains(feed)).ToList())
        {
            _feeds.Remove(feed);
        }
    }

    /// <summary>Writes all that is known.</summary>
    public byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer))
        {
            writer.Write(Magic);
            writer.Write(_feeds.Count);
            foreach (var (feed, seen) in _feeds)
            {
                Write(writer, feed);
                writer.Write(seen.Entries.Count);
                foreach (var (id, item) in seen.Entries)
                {
                    Write(writer, id);
                    writer.Write(item.Content);
                    writer.Write(item.Day);
                }
            }
        }

        return buffer.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are something else, or not whole.</exception>
    public static SeenItems Parse(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()));
        try
        {
            if (reader.ReadUInt32() != Magic)
            {
                throw new InvalidDataException("these are not seen items");
            }

            var seen = new SeenItems();
            for (var feeds = reader.ReadInt32(); feeds > 0; feeds--)
            {
                var feed = seen._feeds[ReadHash(reader)] = new SeenFeed();
                for (var count = reader.ReadInt32(); count > 0; count--)
                {
                    feed.Entries[ReadHash(reader)] = new SeenItem(reader.ReadUInt64(), reader.ReadUInt16());
                }
            }

            return seen;
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("the seen items end too soon", e);
        }
    }

    private static void Write(BinaryWriter writer, UInt128 hash)
    {
        writer.Write((ulong)hash);
        writer.Write((ulong)(hash >> 64));
    }

    private static UInt128 ReadHash(BinaryReader reader)
    {
        var low = reader.ReadUInt64();
        return new UInt128(reader.ReadUInt64(), low);
    }
}
