using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Rules;

namespace NewsAlerts.Archive;

/// <summary>The texts of an item that rules look at.</summary>
internal static class ItemTexts
{
    /// <summary>Title, summary and content; a content that only repeats the summary is left out.</summary>
    /// <param name="archived">The item.</param>
    /// <param name="feed">Its feed as configured; null where it is no more.</param>
    public static ItemText Of(ArchivedItem archived, Feed? feed) => Of(archived.Item, LabelsOf(archived, feed));

    /// <summary>The same of an item of a feed that has these names and tags.</summary>
    public static ItemText Of(Item item, IReadOnlyList<string> labels) =>
        new(item.Title, item.Summary, item.Content == item.Summary ? null : item.Content)
        {
            About = new ItemAbout
            {
                Authors = item.Authors,
                FeedLabels = labels,
                Link = item.Link is { } link ? Redirectors.TargetOf(link) : null,
                Site = GoogleNews.OutletOf(item),
                Categories = item.Categories,
                Language = item.Language,
            },
        };

    // A feed without a configured name is shown under its own title, and so it is found by it.
    private static IReadOnlyList<string> LabelsOf(ArchivedItem archived, Feed? feed) =>
        feed?.Name is null && archived.FeedTitle is { } title ? [.. feed?.Tags ?? [], title] : [.. feed?.Labels ?? []];
}
