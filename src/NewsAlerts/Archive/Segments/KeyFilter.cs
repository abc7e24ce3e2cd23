using System.Buffers.Text;

namespace NewsAlerts.Archive.Segments;

/// <summary>
/// A Bloom filter over keys, short enough for a document's metadata: a listing tells which documents may hold a key, and
/// only those are opened.
/// </summary>
internal static class KeyFilter
{
    // One document in 15,000 is opened in vain.
    private const int BitsAKey = 20;
    private const int MostBytes = 2048;
    private const int MostHashes = 14;

    /// <summary>Writes the filter; its first byte is the number of bits that each key sets.</summary>
    public static string Of(IReadOnlyCollection<ulong> keys)
    {
        var filter = new byte[1 + Math.Clamp(((keys.Count * BitsAKey) + 7) / 8, 1, MostBytes)];
        filter[0] = (byte)Math.Clamp(Math.Round(Math.Log(2) * (filter.Length - 1) * 8 / Math.Max(1, keys.Count)), 1, MostHashes);
        foreach (var key in keys)
        {
            for (var hash = 0; hash < filter[0]; hash++)
            {
                var bit = BitOf(key, hash, filter);
                filter[1 + (bit / 8)] |= (byte)(1 << (bit % 8));
            }
        }

        return Base64Url.EncodeToString(filter);
    }

    /// <summary>Whether the keys may all be among those that the filter was made of; never false where they are.</summary>
    /// <param name="filter">What <see cref="Of"/> wrote; null means that nothing is known.</param>
    /// <param name="keys">The keys.</param>
    public static bool MayHold(string? filter, IEnumerable<ulong> keys)
    {
        if (filter is null)
        {
            return true;
        }

        var bytes = Base64Url.DecodeFromChars(filter);
        return keys.All(key => Enumerable.Range(0, bytes[0])
            .Select(hash => BitOf(key, hash, bytes))
            .All(bit => (bytes[1 + (bit / 8)] & (1 << (bit % 8))) != 0));
    }

    // Two halves of one hash stand for any number of hashes (Kirsch and Mitzenmacher, 2006).
    private static int BitOf(ulong key, int hash, byte[] filter) =>
        (int)(((key & uint.MaxValue) + ((ulong)hash * ((key >> 32) | 1))) % ((ulong)(filter.Length - 1) * 8));
}
