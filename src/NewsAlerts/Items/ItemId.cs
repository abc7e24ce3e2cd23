using System.Globalization;

namespace NewsAlerts.Items;

/// <summary>The identity of an item within its feed. It is stored for months: what it is made from never changes.</summary>
internal static class ItemId
{
    private const int Bytes = 16;

    /// <summary>
    /// The identity: of the publisher's identifier, else of the link, else of title and time, else of text and time.
    /// 32 lower-case hexadecimal digits.
    /// </summary>
    public static string Of(Item item)
    {
        // The kind comes first, so that a link which one item has as its guid is not another item's link.
        var identity = item switch
        {
            { Guid.Length: > 0 } => "guid:" + item.Guid,
            { Link.Length: > 0 } => "link:" + item.Link,
            { Title.Length: > 0 } => $"title:{item.Title}\n{Time(item)}",
            _ => $"text:{item.Summary ?? item.Content}\n{Time(item)}",
        };
        return StableHash.Of(identity, Bytes);
    }

    private static string Time(Item item) =>
        item.Published?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
