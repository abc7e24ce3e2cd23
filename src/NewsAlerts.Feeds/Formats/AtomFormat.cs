using NewsAlerts.Feeds.Markup;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.Feeds.Formats;

/// <summary>Atom 1.0 (RFC 4287) and Atom 0.3, also as a single entry.</summary>
internal sealed class AtomFormat : IFeedFormat
{
    public FeedDocument? Read(SourceDocument document)
    {
        var root = document.FindRoot(element => IsAtom(element) && element.Name is ("feed" or "entry"));
        if (root is null)
        {
            return null;
        }

        var start = document.Start(FeedFormat.Atom);
        if (root.Name == "entry")
        {
            return start with { Items = [ReadEntry(root, [], document.Links)] };
        }

        var feed = new Fields(root, document.Links);
        var authors = Authors(root);
        return start with
        {
            Title = Title(feed) ?? feed.Title(Names.Dc("title")),
            Link = AtomLinks.Alternate(feed),
            Id = Value(feed, "id"),
            Description = Text(feed, "subtitle", "tagline", "description", "info") ?? feed.Html(Names.Dc("description")),
            Language = Modules.Language(root, document.Source) ?? feed.Value(Names.Dc("language")),
            Authors = authors,
            Published = Date(feed, "published", "issued", "created"),
            Updated = Date(feed, "updated", "modified"),
            Hints = Modules.Hints(feed),
            Items = [.. root.Children
                .Where(child => child.Name == "entry" && IsAtom(child) && !child.IsCutOff)
                .Select(entry => ReadEntry(entry, authors, document.Links))],
        };
    }

    private static Item ReadEntry(MarkupElement element, IReadOnlyList<string> feedAuthors, Links links)
    {
        var entry = new Fields(element, links);
        var authors = Authors(element);
        var files = Modules.Distinct(AtomLinks.Enclosures(entry).Concat(Modules.MediaFiles(entry)));
        return new Item
        {
            Guid = Value(entry, "id"),
            Title = Title(entry) ?? entry.Title(Names.Media("title"), Names.Dc("title")),
            Link = links.Resolve(entry.Value(Names.Other(Vocabulary.FeedBurner, "origlink")))
                ?? AtomLinks.Alternate(entry)
                ?? Modules.Page(files),
            Published = Date(entry, "published", "issued", "created") ?? entry.Date(Names.Dc("date")),
            Updated = Date(entry, "updated", "modified"),

            // RFC 4287 §4.2.1: an entry without authors has those of its source, else those of the feed.
            Authors = authors.Count > 0 ? authors : SourceAuthors(element) ?? feedAuthors,
            Summary = Text(entry, "summary") ?? entry.Html(Names.Media("description"), Names.Dc("description")),
            Content = Modules.FullText(entry, Text(entry, "content")),
            Categories = Modules.WithKeywords(
                entry, entry.All(Category, Names.Atom("category"), Names.Core("category"), Names.Dc("subject"))),
            Language = Modules.OwnLanguage(entry),
            Enclosures = files,
        };
    }

    // Without its namespace Atom is recovered, too: nothing else has a root of that name.
    private static bool IsAtom(MarkupElement element) => element.Vocabulary is Vocabulary.Atom or Vocabulary.Core;

    private static string? Title(Fields fields) => First(fields, AtomText.ReadTitle, "title");

    private static string? Text(Fields fields, params ReadOnlySpan<string> names) => First(fields, AtomText.Read, names);

    private static string? First(Fields fields, Func<MarkupElement, string?> read, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var child in fields.Element.Children)
            {
                if (child.Name == name && IsAtom(child) && read(child) is { } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    private static string? Value(Fields fields, string name) => fields.Value(Names.Atom(name), Names.Core(name));

    private static DateTimeOffset? Date(Fields fields, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (fields.Date(Names.Atom(name), Names.Core(name)) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static IReadOnlyList<string> Authors(MarkupElement element) =>
        [.. element.Children
            .Where(child => (child.Name == "author" && IsAtom(child)) || child.Is(Vocabulary.DublinCore, "creator"))
            .Select(AtomPerson.NameOf).OfType<string>().Distinct()];

    private static IReadOnlyList<string>? SourceAuthors(MarkupElement element) =>
        element.Children.FirstOrDefault(child => child.Name == "source" && IsAtom(child)) is { } source
            && Authors(source) is { Count: > 0 } authors
                ? authors
                : null;

    private static string? Category(MarkupElement category) =>
        PlainText.OfText(category.Attribute("label") ?? category.Attribute("term")) ?? PlainText.OfText(category);
}
