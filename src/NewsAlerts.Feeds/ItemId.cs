using System.Globalization;

namespace NewsAlerts.Feeds;

/// <summary>The identity of an item within its feed. It is stored for months: what it is made from never changes.</summary>
public static class ItemId
{
    private const int Bytes = 16;

    /// <summary>
    /// The identity: of the publisher's identifier, else of the link, else of title and time, else of text and time.
    /// 32 lower-case hexadecimal digits.
    /// </summary>
    public static string Of(Item item) => item switch
    {
        { Guid: { Length: > 0 } guid } => OfGuid(guid),
        { Link: { Length: > 0 } link } => OfLink(link),
        _ => OfText(item),
    };

    /// <summary>Whether a text has the form of one.</summary>
    public static bool IsOne(string text) => text.Length == 2 * Bytes && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The identity of what has a publisher's identifier.</summary>
    public static string OfGuid(string guid) => Named("guid:" + guid);

    /// <summary>The identity of what has a link, and no identifier that tells it.</summary>
    public static string OfLink(string link) => Named("link:" + link);

    /// <summary>The identity of what neither tells: of title and time, else of text and time.</summary>
    public static string OfText(Item item) => Named(item.Title is { Length: > 0 } title
        ? $"title:{title}\n{Time(item)}"
        : $"text:{item.Summary ?? item.Content}\n{Time(item)}");

    /// <summary>
    /// The identity of title and date, which an item keeps where its publisher moves; null where it has not both, since an
    /// equal title alone proves nothing.
    /// </summary>
    public static string? OfTitleAndDate(Item item) =>
        item.Title is { Length: > 0 } && (item.Published ?? item.Updated) is { } date ? OfText(item with { Published = date }) : null;

    // The kind comes first, so that a link which one item has as its guid is not another item's link.
    private static string Named(string identity) => StableHash.Of(identity, Bytes);

    private static string Time(Item item) =>
        item.Published?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
