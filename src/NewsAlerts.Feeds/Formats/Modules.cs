using System.Globalization;
using NewsAlerts.Feeds.Markup;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.Feeds.Formats;

/// <summary>What modules carry alike in RSS and in Atom: Media RSS files, the feed's language, publishing hints.</summary>
internal static class Modules
{
    private const int MinutesOfAYear = 525_600;

    // A group of Media RSS holds contents, and either holds what describes them.
    private const int MediaLevels = 2;

    /// <summary>The files of Media RSS (<c>media:content</c>, also in groups).</summary>
    public static IEnumerable<Enclosure> MediaFiles(Fields fields)
    {
        foreach (var content in fields.Named(Names.Media("content")))
        {
            if (fields.Links.Resolve(content.Attribute("url"), content) is { } address)
            {
                yield return new Enclosure(address, content.Attribute("type"), Number(content.Attribute("filesize")));
            }
        }
    }

    /// <summary>Each file once, in order.</summary>
    public static IReadOnlyList<Enclosure> Distinct(IEnumerable<Enclosure> files) => [.. files.DistinctBy(file => file.Url)];

    /// <summary>
    /// The full text. Where several vocabularies have one the longest counts: publishers who feed an aggregator put all of it
    /// there, and a shorter one elsewhere. A transcript (Media RSS <c>media:text</c>) counts where there is no other.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="content">What the item's own format states; null where nothing.</param>
    public static string? FullText(Fields item, string? content)
    {
        foreach (var child in item.Element.Children)
        {
            if (IsFullText(child) && PlainText.OfHtml(child) is { } text && text.Length > (content?.Length ?? 0))
            {
                content = text;
            }
        }

        // A transcript may come in many parts, one for each time (Media RSS 1.5.1, media:text).
        return content ?? (item.All(PlainText.OfHtml, Names.Media("text")) is { Count: > 0 } parts ? string.Join(' ', parts) : null);
    }

    /// <summary>The subjects of an item with its keywords, which Media RSS, iTunes and Google News separate by commas.</summary>
    public static IReadOnlyList<string> WithKeywords(Fields item, IReadOnlyList<string> categories)
    {
        var keywords = new List<string>();
        AddKeywords(item.Element, MediaLevels, keywords);
        return keywords.Count == 0 ? categories : [.. categories.Concat(keywords).Distinct()];
    }

    /// <summary>The page that an item without a link stands for: the first of its files that can be opened.</summary>
    public static string? Page(IReadOnlyList<Enclosure> files) =>
        files.FirstOrDefault(file => file.Url.StartsWith("http", StringComparison.OrdinalIgnoreCase))?.Url;

    /// <summary>A whole number that is not negative; null where there is none.</summary>
    public static long? Number(string? written) =>
        long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    /// <summary>The language that is stated at an element or around it (<c>xml:lang</c>), or in the HTTP header.</summary>
    public static string? Language(MarkupElement element, FeedSource source)
    {
        for (var at = element; at is not null; at = at.Parent)
        {
            if (at.Attribute(Vocabulary.Xml, "lang")?.Trim() is { Length: > 0 } language)
            {
                return language;
            }
        }

        // Several languages say for whom the document is, not in which it is written.
        return source.ContentLanguage?.Trim() is { Length: > 0 } header && !header.Contains(',') ? header : null;
    }

    /// <summary>The language that an item states for itself.</summary>
    public static string? OwnLanguage(Fields item) =>
        item.Element.Attribute(Vocabulary.Xml, "lang")?.Trim() is { Length: > 0 } language ? language : item.Value(Names.Dc("language"));

    /// <summary>What the feed says about when to come back.</summary>
    public static PublishingHints Hints(Fields fields) => new()
    {
        TimeToLive = Number(fields.Value(Names.Core("ttl"))) is > 0 and <= MinutesOfAYear and var minutes
            ? TimeSpan.FromMinutes(minutes)
            : null,
        SkipHours = [.. Listed(fields, "skiphours", "hour").Select(Number)
            .OfType<long>().Select(hour => (int)(hour % 24)).Distinct()],
        SkipDays = [.. Enum.GetValues<DayOfWeek>().IntersectBy(
            Listed(fields, "skipdays", "day"), day => day.ToString(), StringComparer.OrdinalIgnoreCase)],
        UpdateInterval = UpdateInterval(fields),
        UpdateBase = FeedDate.Parse(fields.Value(Names.Other(Vocabulary.Syndication, "updatebase"))),
        Hubs = AtomLinks.Of(fields, "hub"),
        Self = AtomLinks.Of(fields, "self") is [var self, ..] ? self : null,
    };

    // Aggregators of several countries have a vocabulary each (Yandex, Rambler, Mail.ru), and the name of the element in common.
    private static bool IsFullText(MarkupElement element) =>
        element.Is(Vocabulary.Turbo, "content")
        || (element.Name is "full-text" or "fulltext" or "full_text" && element.Vocabulary is Vocabulary.Core or Vocabulary.Other);

    private static void AddKeywords(MarkupElement element, int levels, List<string> keywords)
    {
        foreach (var child in element.Children)
        {
            if (child.Name is "keywords" or "keyword")
            {
                keywords.AddRange((PlainText.OfTitle(child) ?? "").Split(
                    [',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            }
            else if (levels > 0 && child.Vocabulary == Vocabulary.Media && child.Name is "group" or "content")
            {
                AddKeywords(child, levels - 1, keywords);
            }
        }
    }

    private static IEnumerable<string> Listed(Fields fields, string list, string entry) =>
        fields.Named(Names.Core(list)).SelectMany(found => found.All(Vocabulary.Core, entry))
            .Select(found => found.Text.Trim()).Where(text => text.Length > 0);

    private static TimeSpan? UpdateInterval(Fields fields)
    {
        TimeSpan? period = fields.Value(Names.Other(Vocabulary.Syndication, "updateperiod"))?.ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            _ => null,
        };
        var frequency = Number(fields.Value(Names.Other(Vocabulary.Syndication, "updatefrequency"))) ?? 1;
        return period / Math.Max(frequency, 1);
    }
}
