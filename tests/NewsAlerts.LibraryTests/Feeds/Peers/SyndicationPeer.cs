using System.ServiceModel.Syndication;
using System.Xml;
using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds.Peers;

/// <summary>What System.ServiceModel.Syndication makes of a document.</summary>
internal static class SyndicationPeer
{
    /// <summary>Reads a document; whatever it throws at one, or at a date in it, is passed on.</summary>
    public static FeedDocument Read(byte[] document)
    {
        using var reader = XmlReader.Create(new MemoryStream(document));
        var format = new Rss20FeedFormatter().CanRead(reader) ? FeedFormat.Rss : FeedFormat.Atom;
        var feed = SyndicationFeed.Load(reader);
        return new FeedDocument
        {
            Format = format,
            Encoding = FeedPeer.UnknownEncoding,
            Title = feed.Title?.Text,
            Link = Address(feed.Links),
            Id = feed.Id,
            Description = feed.Description?.Text,
            Language = feed.Language,
            Authors = [.. feed.Authors.Select(Name)],
            Updated = Stated(feed.LastUpdatedTime),
            Items = [.. feed.Items.Select(Item)],
        };
    }

    private static Item Item(SyndicationItem item) => new()
    {
        Guid = item.Id,
        Title = item.Title?.Text,
        Link = Address(item.Links),
        Published = Stated(item.PublishDate),
        Updated = Stated(item.LastUpdatedTime),
        Authors = [.. item.Authors.Select(Name)],
        Summary = item.Summary?.Text,
        Content = (item.Content as TextSyndicationContent)?.Text,
        Categories = [.. item.Categories.Select(category => category.Name)],
        Enclosures =
        [
            .. item.Links.Where(link => link.RelationshipType == "enclosure")
                .Select(link => new Enclosure(link.GetAbsoluteUri()?.AbsoluteUri ?? link.Uri.ToString(), link.MediaType, link.Length)),
        ],
    };

    private static string? Address(IEnumerable<SyndicationLink> links) =>
        links.FirstOrDefault(link => link.RelationshipType is null or "alternate") is { } link
            ? link.GetAbsoluteUri()?.AbsoluteUri ?? link.Uri.ToString()
            : null;

    private static string Name(SyndicationPerson person) => person.Name ?? $"Email = {person.Email}";

    private static DateTimeOffset? Stated(DateTimeOffset time) => time == default ? null : time.ToUniversalTime();
}
