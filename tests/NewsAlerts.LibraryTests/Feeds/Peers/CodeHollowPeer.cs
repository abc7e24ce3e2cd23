using CodeHollow.FeedReader;
using CodeHollow.FeedReader.Feeds;
using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds.Peers;

/// <summary>What CodeHollow.FeedReader makes of a document: its common members, and those of a format where a common one lacks.</summary>
internal static class CodeHollowPeer
{
    /// <summary>Reads a document; whatever it throws at one is passed on.</summary>
    public static FeedDocument Read(byte[] document)
    {
        var feed = FeedReader.ReadFromByteArray(document);
        return new FeedDocument
        {
            Format = Format(feed.Type),
            Encoding = FeedPeer.UnknownEncoding,
            Title = feed.Title,
            Link = feed.Link,
            Id = (feed.SpecificFeed as AtomFeed)?.Id,
            Description = feed.Description,
            Language = feed.Language,
            Authors = List(Author(feed.SpecificFeed)),
            Published = Utc((feed.SpecificFeed as Rss20Feed)?.PublishingDate),
            Updated = Utc(feed.LastUpdatedDate),
            Items = [.. feed.Items.Select(Item)],
        };
    }

    private static Item Item(FeedItem item) => new()
    {
        Guid = item.Id,
        Title = item.Title,
        Link = item.Link,
        Published = Utc(item.PublishingDate),
        Updated = Utc(Updated(item.SpecificItem)),
        Authors = List(item.Author),
        Summary = item.Description,
        Content = item.Content,
        Categories = [.. item.Categories],
        Language = (item.SpecificItem as JsonFeedItem)?.Language,
        Enclosures = [.. Enclosures(item.SpecificItem)],
    };

    private static FeedFormat Format(FeedType type) => type switch
    {
        FeedType.Atom => FeedFormat.Atom,
        FeedType.Rss_1_0 => FeedFormat.Rdf,
        FeedType.Rss or FeedType.Rss_0_91 or FeedType.Rss_0_92 or FeedType.Rss_2_0 or FeedType.MediaRss => FeedFormat.Rss,
        _ => FeedFormat.Json,
    };

    private static string? Author(BaseFeed feed) => feed switch
    {
        AtomFeed atom => atom.Author?.Name,
        Rss20Feed rss => rss.ManagingEditor,
        JsonFeed json => json.Authors.FirstOrDefault()?.Name,
        _ => null,
    };

    private static DateTime? Updated(BaseFeedItem item) => item switch
    {
        AtomFeedItem atom => atom.UpdatedDate,
        JsonFeedItem json => json.DateModified,
        _ => null,
    };

    private static IEnumerable<Enclosure> Enclosures(BaseFeedItem item) => item switch
    {
        Rss20FeedItem { Enclosure.Url: { } url } rss => [new Enclosure(url, rss.Enclosure.MediaType, rss.Enclosure.Length)],
        MediaRssFeedItem { Enclosure.Url: { } url } rss => [new Enclosure(url, rss.Enclosure.MediaType, rss.Enclosure.Length)],
        Rss092FeedItem { Enclosure.Url: { } url } rss => [new Enclosure(url, rss.Enclosure.MediaType, rss.Enclosure.Length)],
        AtomFeedItem atom => atom.Links.Where(link => link.Relation == "enclosure")
            .Select(link => new Enclosure(link.Href, link.LinkType, link.Length)),
        JsonFeedItem json => json.Attachments.Select(one => new Enclosure(one.Url, one.MimeType, one.SizeInBytes)),
        _ => [],
    };

    private static IReadOnlyList<string> List(string? author) => string.IsNullOrWhiteSpace(author) ? [] : [author];

    // Its times are UTC, in a DateTime that not always says so.
    private static DateTimeOffset? Utc(DateTime? time) =>
        time is { } value ? new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)) : null;
}
