using System.Security.Cryptography;
using System.Text;
using NewsAlerts.Items;

namespace NewsAlerts.Storage;

/// <summary>
/// The items that the feeds of a shard have shown, and their links: 26 bytes each. Ids are kept as long as the feed shows them and 30
/// days after, counted for each feed alone, since only a feed that was parsed says what it shows.
/// </summary>
internal sealed class SeenItems
{
    private const uint Magic = 0x314E_4553; // "SEN1"
    private const int DaysKept = 30;

    // A day that is a little old need not be written; without this, a busy shard would be written at every poll.
    private const int DaysUnwritten = 7;

    private readonly Dictionary<UInt128, Dictionary<UInt128, SeenItem>> _feeds = [];

    /// <summary>Whether there is something to write.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Takes note of all items that a feed shows now, and returns those that it had never shown.</summary>
    /// <param name="feedUrl">The feed's configured address.</param>
    /// <param name="items">The feed's items.</param>
    /// <param name="now">The time, UTC.</param>
    public IReadOnlyList<FreshItem> Note(string feedUrl, IReadOnlyList<Item> items, DateTimeOffset now)
    {
        var today = (ushort)(now.ToUnixTimeSeconds() / 86400);
        var key = Hash(feedUrl);
        if (!_feeds.TryGetValue(key, out var seen))
        {
            _feeds[key] = seen = [];
        }

        var fresh = new List<FreshItem>();
        foreach (var (index, item) in items.Index())
        {
            var known = Put(seen, Hash(ItemId.Of(item)), new SeenItem(ContentOf(item), today)) is not null;
            var sharesLink = NoteLink(seen, item, today);
            if (!known)
            {
                fresh.Add(new FreshItem(index, sharesLink));
            }
        }

        foreach (var id in seen.Where(entry => today - entry.Value.Day > DaysKept + DaysUnwritten).Select(entry => entry.Key).ToList())
        {
            seen.Remove(id);
        }

        return fresh;
    }

    /// <summary>Forgets all feeds but these.</summary>
    public void KeepOnly(IEnumerable<string> feedUrls)
    {
        var kept = feedUrls.Select(Hash).ToHashSet();
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
            foreach (var (feed, items) in _feeds)
            {
                Write(writer, feed);
                writer.Write(items.Count);
                foreach (var (id, item) in items)
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
                var feed = ReadHash(reader);
                var items = seen._feeds[feed] = [];
                for (var count = reader.ReadInt32(); count > 0; count--)
                {
                    items[ReadHash(reader)] = new SeenItem(reader.ReadUInt64(), reader.ReadUInt16());
                }
            }

            return seen;
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("the seen items end too soon", e);
        }
    }

    // The link is kept beside the item, with its title in the place of the content.
    private bool NoteLink(Dictionary<UInt128, SeenItem> seen, Item item, ushort today)
    {
        if (item.Link is null || CanonicalLink.Of(item.Link) is not { } link)
        {
            return false;
        }

        var title = (ulong)Hash(item.Title ?? "");
        return Put(seen, Hash($"link\n{link}"), new SeenItem(title, today)) is { } before && before.Content != title;
    }

    private SeenItem? Put(Dictionary<UInt128, SeenItem> seen, UInt128 key, SeenItem after)
    {
        SeenItem? before = seen.TryGetValue(key, out var known) ? known : null;
        IsChanged |= before?.Content != after.Content || after.Day - before?.Day > DaysUnwritten;
        seen[key] = after;
        return before;
    }

    private static UInt128 Hash(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return new UInt128(BitConverter.ToUInt64(hash, 8), BitConverter.ToUInt64(hash, 0));
    }

    private static ulong ContentOf(Item item) => (ulong)Hash($"{item.Title}\n{item.Summary}\n{item.Content}");

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
