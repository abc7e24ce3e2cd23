using NewsAlerts.Feeds.Markup;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.Feeds.Formats;

/// <summary>The <c>link</c> elements of Atom (RFC 4287 §4.2.7), also where they stand in an RSS channel.</summary>
internal static class AtomLinks
{
    // A relation may be written as the address of its registration (RFC 4287 §4.2.7.2).
    private const string Registry = "http://www.iana.org/assignments/relation/";

    /// <summary>The page that a feed or entry stands for: an alternate link, one to HTML before any other.</summary>
    public static string? Alternate(Fields fields)
    {
        string? other = null;
        foreach (var link in All(fields))
        {
            if (Relation(link) != "alternate" || fields.Links.Resolve(link.Attribute("href"), link) is not { } page)
            {
                continue;
            }

            if (link.Attribute("type") is not { } type || type.Contains("html", StringComparison.OrdinalIgnoreCase))
            {
                return page;
            }

            other ??= page;
        }

        return other;
    }

    /// <summary>The addresses of the links of a relation.</summary>
    public static IReadOnlyList<string> Of(Fields fields, string relation) =>
        [.. All(fields)
            .Where(link => Relation(link) == relation)
            .Select(link => fields.Links.Resolve(link.Attribute("href"), link))
            .OfType<string>()];

    /// <summary>The links of a relation as attached files.</summary>
    public static IEnumerable<Enclosure> Enclosures(Fields fields)
    {
        foreach (var link in All(fields))
        {
            if (Relation(link) == "enclosure" && fields.Links.Resolve(link.Attribute("href"), link) is { } address)
            {
                yield return new Enclosure(address, link.Attribute("type"), Modules.Number(link.Attribute("length")));
            }
        }
    }

    private static IEnumerable<MarkupElement> All(Fields fields) =>
        fields.Element.Children.Where(child => child.Name == "link" && child.Vocabulary is (Vocabulary.Atom or Vocabulary.Core));

    private static string Relation(MarkupElement link)
    {
        var relation = link.Attribute("rel")?.Trim().ToLowerInvariant();
        return relation is null or "" ? "alternate"
            : relation.StartsWith(Registry, StringComparison.Ordinal) ? relation[Registry.Length..]
            : relation;
    }
}
