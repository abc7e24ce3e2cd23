using System.Security.Cryptography;
using System.Text;
using NewsAlerts.Feeds;
using NewsAlerts.Storage;

namespace NewsAlerts.Archive;

/// <summary>
/// The items that one feed has shown: for each its identity; its link, with its title in the place of the content; and
/// its title and time. So an item is known again when the mark fails by which it was told, or its publisher moves.
/// </summary>
internal sealed class SeenFeed
{
    private const int DaysKept = 30;

    // A day that is a little old need not be written; without this, a busy shard would be written at every poll.
    private const int DaysUnwritten = 7;

    // In the place of the title: a link that several items have shared.
    private const ulong Shared = ulong.MaxValue;

    // So many items that are there again, each under another guid, are no chance.
    private const int ItemsThatTell = 2;

    /// <summary>What is remembered, by the hashes of what it is remembered for.</summary>
    public Dictionary<UInt128, SeenItem> Entries { get; } = [];

    /// <summary>Whether there is something to write.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Takes note of all items that the feed shows now.</summary>
    /// <param name="items">The items.</param>
    /// <param name="ignoreGuids">Whether the feed is known for identifiers that tell nothing.</param>
    /// <param name="today">The day, counted from the Unix epoch.</param>
    public NotedItems Note(IReadOnlyList<Item> items, bool ignoreGuids, ushort today)
    {
        var hadItems = Entries.Count > 0;
        ignoreGuids |= TellingMarks.HasOneGuidForMost(items) || HasOtherGuids(items);
        var marks = new TellingMarks(items, ignoreGuids, IsKnownToBeShared);
        var ids = items.Select(marks.IdOf).ToList();
        var alike = items.Select(ItemId.OfTitleAndDate).OfType<string>().CountBy(id => id).ToDictionary();
        var known = items.Select((item, index) => IsKnown(item, ids[index], marks) || HasMoved(item, alike)).ToList();
        var fresh = new List<FreshItem>();
        foreach (var (index, item) in items.Index())
        {
            var isTwice = Entries.ContainsKey(Hash(ids[index]));
            var sharesLink = Put(item, ids[index], marks, today);
            if (!known[index] && !isTwice)
            {
                fresh.Add(new FreshItem(index, sharesLink));
            }
        }

        Forget(today);
        return new NotedItems(ids, fresh, hadItems && items.Count > 0 && fresh.Count == items.Count, ignoreGuids);
    }

    /// <summary>The hash by which a text is remembered.</summary>
    public static UInt128 Hash(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return new UInt128(BitConverter.ToUInt64(hash, 8), BitConverter.ToUInt64(hash, 0));
    }

    // What was told by its identifier before is known by its link, and what was told by its link by link and title.
    private bool IsKnown(Item item, string id, TellingMarks marks) =>
        Entries.ContainsKey(Hash(id))
        || (!marks.HasGuid(item) && FindLink(item) is { } seen && (marks.HasLink(item) || seen.Content == TitleOf(item)));

    // A site that moves to another program or domain gives its articles new identifiers and new links, and keeps their titles
    // and dates. Two that the feed shows beside each other are two, however alike they are.
    private bool HasMoved(Item item, Dictionary<string, int> alike) =>
        ItemId.OfTitleAndDate(item) is { } id && alike[id] == 1 && Entries.ContainsKey(Hash(id));

    private bool HasOtherGuids(IReadOnlyList<Item> items)
    {
        var marks = new TellingMarks(items, ignoreGuids: false, IsKnownToBeShared);
        var told = items.Where(marks.HasGuid).ToList();
        return !told.Exists(item => Entries.ContainsKey(Hash(marks.IdOf(item))))
            && told.Count(item => Entries.ContainsKey(Hash(ItemId.OfText(item)))
                && (TellingMarks.LinkOf(item) is null || FindLink(item) is not null)) >= ItemsThatTell;
    }

    private bool IsKnownToBeShared(string link) => Entries.TryGetValue(LinkKey(link), out var seen) && seen.Content == Shared;

    private SeenItem? FindLink(Item item) =>
        TellingMarks.LinkOf(item) is { } link && Entries.TryGetValue(LinkKey(link), out var seen) ? seen : null;

    // Returns whether the feed has shown the link before with an item of another title.
    private bool Put(Item item, string id, TellingMarks marks, ushort today)
    {
        Put(Hash(id), new SeenItem(ContentOf(item), today));
        if (marks.HasGuid(item))
        {
            Put(Hash(ItemId.OfText(item)), new SeenItem(0, today));
        }

        if (ItemId.OfTitleAndDate(item) is { } titled && titled != id)
        {
            Put(Hash(titled), new SeenItem(0, today));
        }

        if (TellingMarks.LinkOf(item) is not { } link)
        {
            return false;
        }

        var title = marks.IsLinkShared(item) ? Shared : TitleOf(item);
        return Put(LinkKey(link), new SeenItem(title, today)) is { } before && before.Content != TitleOf(item);
    }

    private SeenItem? Put(UInt128 key, SeenItem after)
    {
        SeenItem? before = Entries.TryGetValue(key, out var known) ? known : null;
        IsChanged |= before?.Content != after.Content || after.Day - before?.Day > DaysUnwritten;
        Entries[key] = after;
        return before;
    }

    private void Forget(ushort today)
    {
        foreach (var id in Entries.Where(entry => today - entry.Value.Day > DaysKept + DaysUnwritten).Select(entry => entry.Key).ToList())
        {
            Entries.Remove(id);
        }
    }

    private static UInt128 LinkKey(string link) => Hash($"link\n{link}");

    private static ulong TitleOf(Item item) => (ulong)Hash(item.Title ?? "");

    private static ulong ContentOf(Item item) => (ulong)Hash($"{item.Title}\n{item.Summary}\n{item.Content}");
}
