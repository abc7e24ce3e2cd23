using System.Text.Json;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.Feeds.Formats;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org).</summary>
internal sealed class JsonFeedFormat : IFeedFormat
{
    public FeedDocument? Read(SourceDocument document)
    {
        if (!document.IsJson || JsonText.Parse(document.Text) is not var (json, isWhole))
        {
            return null;
        }

        using (json)
        {
            var root = json.RootElement;
            if (!IsFeed(root))
            {
                return null;
            }

            var start = document.Start(FeedFormat.Json);
            var hasVersion = JsonValues.Text(root, "version") is not null;
            var language = PlainText.OfText(JsonValues.Text(root, "language"));
            return start with
            {
                Malformed = start.Malformed || !isWhole || !hasVersion,
                Title = PlainText.OfText(JsonValues.Text(root, "title")),
                Link = document.Links.Resolve(JsonValues.Text(root, "home_page_url")),
                Id = JsonValues.Text(root, "feed_url"),
                Description = PlainText.OfText(JsonValues.Text(root, "description")),
                Language = language ?? document.Source.ContentLanguage,
                Authors = Authors(root),
                Hints = new PublishingHints
                {
                    Hubs = [.. JsonValues.List(root, "hubs")
                        .Select(hub => document.Links.Resolve(JsonValues.Text(hub, "url"))).OfType<string>()],
                    Self = document.Links.Resolve(JsonValues.Text(root, "feed_url")),
                },
                Items = [.. JsonValues.List(root, "items").Where(item => item.ValueKind == JsonValueKind.Object)
                    .Select(item => ReadItem(item, document.Links))],
            };
        }
    }

    private static bool IsFeed(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && (JsonValues.Text(root, "version")?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true
            || (root.TryGetProperty("title", out _)
                && root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array));

    private static Item ReadItem(JsonElement item, Links links)
    {
        var html = JsonValues.Text(item, "content_html");
        return new Item
        {
            Guid = JsonValues.Text(item, "id"),
            Title = PlainText.OfText(JsonValues.Text(item, "title")),
            Link = links.Resolve(JsonValues.Text(item, "url")) ?? links.Resolve(JsonValues.Text(item, "external_url")),
            Published = FeedDate.Parse(JsonValues.Text(item, "date_published")),
            Updated = FeedDate.Parse(JsonValues.Text(item, "date_modified")),
            Authors = Authors(item),
            Summary = PlainText.OfText(JsonValues.Text(item, "summary")),
            Content = html is null ? PlainText.OfText(JsonValues.Text(item, "content_text")) : PlainText.OfHtml(html),
            Categories = [.. JsonValues.List(item, "tags").Select(JsonValues.Text).OfType<string>()],
            Language = PlainText.OfText(JsonValues.Text(item, "language")),
            Enclosures = [.. JsonValues.List(item, "attachments").Select(file => Attachment(file, links)).OfType<Enclosure>()],
        };
    }

    private static List<string> Authors(JsonElement element)
    {
        var authors = JsonValues.List(element, "authors").ToList();
        if (authors.Count == 0
            && (element.TryGetProperty("author", out var single) || element.TryGetProperty("authors", out single)))
        {
            authors.Add(single);
        }

        return [.. authors
            .Select(author => PlainText.OfTitle(
                JsonValues.Text(author, "name") ?? JsonValues.Text(author, "url") ?? JsonValues.Text(author)))
            .OfType<string>().Distinct()];
    }

    private static Enclosure? Attachment(JsonElement file, Links links) =>
        links.Resolve(JsonValues.Text(file, "url")) is { } url
            ? new Enclosure(url, JsonValues.Text(file, "mime_type"), Modules.Number(JsonValues.Text(file, "size_in_bytes")))
            : null;
}
