using System.Globalization;
using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds.Peers;

/// <summary>A field of a feed, or of its first item, as docs/feeds.md writes it.</summary>
internal static class ComparedField
{
    /// <summary>The values in code spans, <c>nothing</c> where there is none, or what is thrown.</summary>
    public static string Describe(Func<FeedDocument> read, string field)
    {
        IReadOnlyList<string> values;
        try
        {
            values = [.. Values(read(), field).OfType<string>().Where(value => value.Length > 0)];
        }
        catch (Exception exception)
        {
            return $"throws {exception.GetType().Name}";
        }

        return values.Count == 0 ? "nothing" : string.Join(", ", values.Select(value => $"`{value}`"));
    }

    private static IEnumerable<string?> Values(FeedDocument feed, string field)
    {
        var item = feed.Items.Count > 0 ? feed.Items[0] : new Item();
        return field switch
        {
            "items" => [feed.Items.Count.ToString(CultureInfo.InvariantCulture)],
            "language of the feed" => [feed.Language],
            "language" => [item.Language],
            "id" => [item.Guid],
            "title" => [item.Title],
            "link" => [item.Link],
            "published" => [Time(item.Published)],
            "updated" => [Time(item.Updated)],
            "authors" => item.Authors,
            "summary" => [item.Summary],
            "content" => [item.Content],
            "categories" => item.Categories,
            "enclosures" => item.Enclosures.Select(enclosure => enclosure.Url),
            "bytes of the enclosure" => item.Enclosures.Select(enclosure => enclosure.Length?.ToString(CultureInfo.InvariantCulture)),
            _ => throw new ArgumentException($"docs/feeds.md reads {field}, which no test knows.", nameof(field)),
        };
    }

    private static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
