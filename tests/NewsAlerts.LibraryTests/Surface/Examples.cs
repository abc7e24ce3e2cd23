using NewsAlerts.Feeds;
using NewsAlerts.Names;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.LibraryTests.Surface;

/// <summary>The examples in the libraries' READMEs, between comments that name the library.</summary>
internal static class Examples
{
    public static IEnumerable<string> Feeds(ReadOnlyMemory<byte> bytes)
    {
        // Feeds
        var served = new FeedSource(new Uri("https://news.example.org/feed.xml"), ContentType: "application/rss+xml; charset=utf-8");
        var parsed = FeedParser.Parse(bytes, served);
        if (!parsed.IsFeed)
        {
            return [parsed.Error];
        }

        return parsed.Document.Items.Select(item => $"{item.Published:u} {item.Title} {item.Link} ({ItemId.Of(item)})");

        // end
    }

    public static IEnumerable<string> Names()
    {
        // Names
        var name = NameVariants.Read("Sergei Lavrov");
        if (!name.IsName)
        {
            return [name.Mistake];
        }

        var text = "Sergej Lawrow flog nach Peking.";
        return name.Family
            .Select(spelling => (Spelling: spelling, Start: text.IndexOf(spelling, StringComparison.OrdinalIgnoreCase)))
            .Where(place => place.Start >= 0 && name.IsNamedAt(text, place.Start, place.Spelling.Length))
            .Select(place => $"{place.Spelling} at {place.Start}");

        // end
    }

    public static IEnumerable<string> Rules()
    {
        // Rules
        var parsed = QueryParser.Parse("Lavrov AND (Taiwan OR 台湾) -sport");
        if (!parsed.IsQuery)
        {
            return [$"{parsed.Mistake.Message} (character {parsed.Mistake.Start + 1})"];
        }

        var matcher = RuleMatcher.Compile([parsed.Query]);
        var item = new ItemText("Lavrov: Moscow stands with Beijing on Taiwan", Summary: null, Body: null);
        return matcher.Locate(rule: 0, item).Select(place => $"{place.Field} {place.Start} {place.Length}");

        // end
    }
}
