using System.Globalization;
using NewsAlerts.Items.Markup;
using NewsAlerts.Items.Text;

namespace NewsAlerts.Items.Formats;

/// <summary>What modules carry alike in RSS and in Atom: Media RSS files, the feed's language, publishing hints.</summary>
internal static class Modules
{
    private const int MinutesOfAYear = 525_600;

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
