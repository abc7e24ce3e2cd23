using NewsAlerts.Feeds;
using NewsAlerts.Local.Commands.Printing;

namespace NewsAlerts.Local.Commands.Feeds;

/// <summary>Prints an input as one line of JSON. Every key is always there, null or empty where nothing was stated.</summary>
internal sealed class FeedJsonPrinter(TextWriter output) : IFeedPrinter
{
    public Task PrintAsync(FeedInput input)
    {
        var feed = input.Document;
        return output.WriteLineAsync(JsonLines.Of(
            new
            {
                input.Source,
                input.Status,
                input.Error,
                feed?.Malformed,
                feed?.Encoding,
                feed?.Format,
                feed?.Title,
                feed?.Link,
                feed?.Id,
                feed?.Description,
                feed?.Language,
                Authors = feed?.Authors ?? [],
                feed?.Published,
                feed?.Updated,
                Items = (feed?.Items ?? []).Select(Shape),
            }));
    }

    private static object Shape(Item item) => new
    {
        Id = item.Guid,
        item.Title,
        item.Link,
        item.Published,
        item.Updated,
        item.Authors,
        item.Summary,
        item.Content,
        item.Categories,
        item.Enclosures,
    };
}
