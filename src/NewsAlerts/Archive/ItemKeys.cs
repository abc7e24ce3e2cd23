using NewsAlerts.Archive.Segments;
using NewsAlerts.Feeds;

namespace NewsAlerts.Archive;

/// <summary>What an archived item is found by: its id, its link, and the words of its title.</summary>
internal static class ItemKeys
{
    private const int BitsAWord = 4;
    private const int SignatureBits = 128;

    /// <summary>The key of an item's id.</summary>
    public static ulong OfId(string id) => KeyHash.Of("id", id);

    /// <summary>The key of an article's link, whichever of its forms it is.</summary>
    public static ulong OfLink(string link) => KeyHash.Of("link", CanonicalLink.Of(link) ?? link.Trim());

    /// <summary>The keys of a title's words.</summary>
    public static IReadOnlyList<ulong> OfWords(string? title) =>
        [.. TitleWords.Of(title).Select(OfWord)];

    /// <summary>The key of one word of a title.</summary>
    public static ulong OfWord(string word) => KeyHash.Of("word", word);

    /// <summary>
    /// Words as bits, four each: a title that has them all has all their bits. With it beside each word in the index,
    /// nearly no item is opened that has one of the words and not the others.
    /// </summary>
    public static UInt128 Sign(IEnumerable<ulong> words)
    {
        var signature = UInt128.Zero;
        foreach (var word in words)
        {
            for (var bit = 0; bit < BitsAWord; bit++)
            {
                signature |= UInt128.One << (int)((word >> (8 * (bit + 4))) % SignatureBits);
            }
        }

        return signature;
    }

    /// <summary>Everything that the items of a batch are found by.</summary>
    public static IReadOnlyList<IndexKey> Of(ItemBatch batch) =>
        [.. batch.Items.Index().SelectMany(entry => Of(entry.Item, entry.Index))];

    private static IEnumerable<IndexKey> Of(ArchivedItem archived, int index)
    {
        yield return new IndexKey(OfId(archived.Id), index);
        if (archived.Item.Link is { } link)
        {
            yield return new IndexKey(OfLink(link), index);
        }

        var words = OfWords(archived.Item.Title);
        var signature = Sign(words);
        foreach (var word in words)
        {
            yield return new IndexKey(word, index, signature);
        }
    }
}
