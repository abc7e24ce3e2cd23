using NewsAlerts.Feeds.Markup;
using NewsAlerts.Feeds.Text;
using static NewsAlerts.Feeds.Formats.Names;

namespace NewsAlerts.Feeds.Formats;

/// <summary>
/// The channel and the items of RSS, which its versions in RDF and out of it share, with the modules that publishers
/// mix in. RSS proper comes first in each field, except where a module says more.
/// </summary>
internal static class RssFields
{
    /// <summary>Reads a channel and its items, without the last one where the document was cut off inside it.</summary>
    public static FeedDocument Read(
        SourceDocument document, FeedFormat format, MarkupElement channel, IEnumerable<MarkupElement> items)
    {
        var fields = new Fields(channel, document.Links);
        var links = LinksOfItems(fields);
        return ReadChannel(document.Start(format), fields, document.Source) with
        {
            Items = [.. items.Where(item => !item.IsCutOff).Select(item => ReadItem(new Fields(item, links)))],
        };
    }

    private static FeedDocument ReadChannel(FeedDocument document, Fields channel, FeedSource source) => document with
    {
        Title = channel.Title(Core("title"), Atom("title"), Dc("title"), Itunes("title"), Media("title")),
        Link = Link(channel),
        Id = channel.Value(Atom("id"), Core("id"), Core("guid")) ?? About(channel) ?? channel.Value(Dc("identifier")),
        Description = channel.Html(
            Core("description"), Atom("subtitle"), Atom("tagline"), Dc("description"), Core("tagline"), Core("subtitle"),
            Itunes("summary"), Itunes("subtitle"), Media("description")),
        Language = channel.Value(Core("language"), Dc("language")) ?? Modules.Language(channel.Element, source),
        Authors = Authors(channel),
        Published = channel.Date(
            Core("pubdate"), Atom("published"), Atom("issued"), Dc("date"), Terms("issued"), Terms("created")),
        Updated = channel.Date(Core("lastbuilddate"), Atom("updated"), Atom("modified"), Terms("modified")),
        Hints = Modules.Hints(channel),
    };

    private static Item ReadItem(Fields item)
    {
        var teaser = item.Html(
            Core("description"), Dc("description"), Media("description"), Itunes("summary"), Other(Vocabulary.Other, "encoded"));
        var second = item.Html(Core("summary"), Atom("summary"), Itunes("summary"), Itunes("subtitle"), Terms("abstract"));
        var content = item.Html(
            Other(Vocabulary.Content, "encoded"), Other(Vocabulary.Xhtml, "body"), Core("body"), Atom("content"),
            Core("fullitem"), Core("content"));
        var full = Modules.FullText(item, content);
        var files = Modules.Distinct(Files(item));
        return new Item
        {
            Guid = item.Value(Core("guid"), Atom("id"), Core("id")) ?? About(item) ?? item.Value(Dc("identifier")),
            Title = item.Title(Core("title"), Atom("title"), Dc("title"), Media("title"), Itunes("title")),
            Link = Link(item) ?? Permalink(item) ?? Modules.Page(files),
            Published = item.Date(
                Core("pubdate"), Atom("published"), Atom("issued"), Dc("date"), Terms("issued"), Terms("created"),
                Core("date")),
            Updated = item.Date(
                Atom("updated"), Atom("modified"), Terms("modified"), Core("lastbuilddate"), Core("updated")),
            Authors = Authors(item),
            Summary = teaser ?? second,

            // Of two different teasers the second is kept here, so that rules see both.
            Content = full ?? (teaser is null || second == teaser ? null : second),
            Categories = Modules.WithKeywords(item, item.All(
                Category, Core("category"), Dc("subject"), Itunes("category"), Media("category"), Atom("category"))),
            Source = Source(item),
            Language = Modules.OwnLanguage(item),
            Enclosures = files,
        };
    }

    /// <summary>
    /// Where the items' relative links start, which RSS leaves open: at the site, since feeds are often served from
    /// elsewhere, else where the document came from or says that it is.
    /// </summary>
    private static Links LinksOfItems(Fields channel) =>
        channel.Links.StartingAt(Link(channel), otherwise: AtomLinks.Of(channel, "self") is [var self, ..] ? self : null);

    private static string? Link(Fields fields)
    {
        ReadOnlySpan<MarkupName> names = [Other(Vocabulary.FeedBurner, "origlink"), Core("link")];
        foreach (var name in names)
        {
            foreach (var link in fields.Named(name))
            {
                if (fields.Links.Resolve(link.Text, link) is { } page)
                {
                    return page;
                }
            }
        }

        return AtomLinks.Alternate(fields) ?? fields.Links.Resolve(fields.Value(Core("url")), fields.Element);
    }

    /// <summary>A guid is the item's link unless it says that it is none (RSS 2.0, <c>isPermaLink</c>).</summary>
    private static string? Permalink(Fields item)
    {
        foreach (var guid in item.Named(Core("guid")))
        {
            var stated = guid.Attribute("ispermalink")?.Trim();
            var text = guid.Text.Trim();
            var isPermalink = stated is null
                ? text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                : stated.Equals("true", StringComparison.OrdinalIgnoreCase);
            if (isPermalink && item.Links.Resolve(text, guid) is { } page)
            {
                return page;
            }
        }

        return About(item) is { } about && about.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? about : null;
    }

    private static string? About(Fields fields) =>
        (fields.Element.Attribute(Vocabulary.Rdf, "about") ?? fields.Element.Attribute("about"))?.Trim()
            is { Length: > 0 } about ? about : null;

    private static IReadOnlyList<string> Authors(Fields fields)
    {
        var named = fields.All(
            Author, Core("author"), Dc("creator"), Dc("author"), Core("managingeditor"), Atom("author"), Core("creator"));
        return named.Count > 0
            ? named
            : fields.All(
                Author, Itunes("author"), Other(Vocabulary.GooglePlay, "author"), Media("credit"), Core("webmaster"),
                Dc("publisher"));
    }

    private static string? Author(MarkupElement element) =>
        element.Children.Count > 0 ? AtomPerson.NameOf(element) : Person.NameOf(element.Text);

    private static string? Category(MarkupElement category) =>
        PlainText.OfTitle(category)
        ?? PlainText.OfText(category.Attribute("text") ?? category.Attribute("label") ?? category.Attribute("term"));

    private static ItemSource? Source(Fields item) =>
        item.Element.Child(Vocabulary.Core, "source") is { } source
        && (PlainText.OfTitle(source), item.Links.Resolve(source.Attribute("url"), source)) is var (name, url)
        && (name ?? url) is not null
            ? new ItemSource(name, url)
            : null;

    private static IEnumerable<Enclosure> Files(Fields item)
    {
        foreach (var file in item.Named(Core("enclosure")))
        {
            var address = file.Attribute("url") ?? file.Attribute("href") ?? file.Attribute(Vocabulary.Rdf, "resource");
            if (item.Links.Resolve(address, file) is { } url)
            {
                yield return new Enclosure(url, file.Attribute("type"), Modules.Number(file.Attribute("length")));
            }
        }

        foreach (var file in AtomLinks.Enclosures(item).Concat(Modules.MediaFiles(item)))
        {
            yield return file;
        }
    }
}
