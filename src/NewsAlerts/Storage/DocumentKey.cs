using System.Text;
using NewsAlerts.Feeds;


namespace NewsAlerts.Storage;

/// <summary>Makes a segment of a document's name from any text.</summary>
internal static class DocumentKey
{
    private const int ReadableLength = 24;

    /// <summary>
    /// The text's letters and digits, as far as they are ASCII, and a hash of all of it: readable, and different for
    /// different texts. Stored for months: it must never change for the same input.
    /// </summary>
    public static string Of(string text) => $"{ReadableOf(text)}-{StableHash.Of(text, 8)}".TrimStart('-');

    /// <summary>What the keys of a text, and of those that begin with it, begin with.</summary>
    public static string PrefixOf(string text) => ReadableOf(text);

    private static string ReadableOf(string text)
    {
        var readable = new StringBuilder();
        foreach (var c in text.Take(ReadableLength))
        {
            readable.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        }

        return readable.ToString().Trim('-');
    }
}
