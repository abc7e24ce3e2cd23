using NewsAlerts.Archive;
using NewsAlerts.Feeds;
using NewsAlerts.Storage;

namespace NewsAlerts.Tests.Storage;

/// <summary>Items as feeds might have shown them, the same for the same number.</summary>
internal static class PastItems
{
    private static readonly string[] Words =
    [
        .. from one in (string[])["bar", "cor", "del", "fen", "gal", "hem", "jun", "kal", "lor", "mon", "nev", "pol"]
           from two in (string[])["a", "e", "i", "o", "u", "an", "er", "is"]
           from three in (string[])["bert", "ced", "din", "fort", "gan", "hall", "ment", "nia", "ron", "sen", "tan", "vik"]
           select one + two + three,
    ];

    /// <summary>The title of an item: eight words of some thousand,.</summary>
    public static string TitleOf(int number)
    {
        var words = new string[8];
        var random = (ulong)number;
        for (var i = 0; i < words.Length; i++)
        {
            // Knuth's linear congruential generator; early words are frequent.
            random = (random * 6364136223846793005) + 1442695040888963407;
            var part = (random >> 40) / (double)(1 << 24);
            words[i] = Words[(int)(Words.Length * part * part * part)];
        }

        return string.Join(' ', words);
    }

    public static string LinkOf(int number) => $"https://news{number % 50}.example.org/articles/{number}";

    public static ArchivedItem Item(int number, DateTimeOffset seen)
    {
        var item = new Item
        {
            Guid = $"guid-{number}",
            Title = TitleOf(number),
            Link = LinkOf(number) + "?utm_source=rss",
            Summary = $"What {TitleOf(number + 1)} means for {TitleOf(number + 2)}.",
        };
        return new ArchivedItem
        {
            Id = ItemId.Of(item),
            Story = $"link\n{LinkOf(number)}",
            FeedUrl = $"https://news{number % 50}.example.org/feed",
            Seen = seen,
            Item = item,
        };
    }

    /// <summary>Stores batches of items that were seen on a day, and returns their documents' names.</summary>
    public static async Task<IReadOnlyList<string>> StoreAsync(
        ItemArchive archive, int first, int count, int perBatch, DateTimeOffset from, TimeSpan during)
    {
        var names = new List<string>();
        foreach (var batch in Enumerable.Range(first, count).Chunk(perBatch))
        {
            var seen = from + (during * ((batch[0] - first) / (double)count));
            names.Add(await archive.StoreAsync("0001", new ItemBatch([.. batch.Select(number => Item(number, seen))]), CancellationToken.None));
        }

        return names;
    }
}
