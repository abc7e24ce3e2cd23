using System.Text.Json;
using NewsAlerts.Feeds.Formats;
using NewsAlerts.Feeds.Html;
using NewsAlerts.Feeds.Markup;

namespace NewsAlerts.Feeds;

/// <summary>Says what a document is that is no feed.</summary>
internal static class NotAFeed
{
    private const int MaxLinks = 5;
    private const int LongestName = 100;

    private static readonly string[] ChallengeMarks = ["_cf_chl_opt", "/cdn-cgi/challenge-platform/"];

    public static string Describe(SourceDocument document)
    {
        if (string.IsNullOrWhiteSpace(document.Text))
        {
            return "The document is empty.";
        }

        if (document.IsJson)
        {
            return JsonText.Parse(document.Text) is var (json, _)
                ? DescribeJson(json)
                : "The document starts like JSON, but is none.";
        }

        if (document.Markup is not { } markup || markup.Refusal is not null)
        {
            return $"The document is {document.Markup?.Refusal}.";
        }

        if (markup.Roots.Count == 0)
        {
            return "The document is text, neither XML nor JSON.";
        }

        if (Array.Exists(ChallengeMarks, mark => document.Text.Contains(mark, StringComparison.Ordinal)))
        {
            return "The document is a Cloudflare challenge, which only a browser can pass.";
        }

        return IsHtml(markup)
            ? DescribeHtml(document, markup)
            : $"The document is XML, but no feed: its root element is <{FeedLimits.Cut(markup.Roots[0].Name, LongestName)}>.";
    }

    private static string DescribeJson(JsonDocument json)
    {
        using (json)
        {
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? "The document is JSON, but no JSON Feed: it has neither a version of jsonfeed.org nor a title with items."
                : "The document is JSON, but no JSON Feed: it is not an object.";
        }
    }

    private static bool IsHtml(MarkupDocument markup) =>
        markup.Roots.Any(root => root.Name is "html" or "head" or "body" or "title" or "meta" or "div" or "h1");

    private static string DescribeHtml(SourceDocument document, MarkupDocument markup)
    {
        var feeds = markup.Elements()
            .Where(element => element.Name == "link" && FeedLinkType.Is(element.Attribute("type"))
                && (element.Attribute("rel") ?? "").Contains("alternate", StringComparison.OrdinalIgnoreCase))
            .Select(element => document.Links.Resolve(element.Attribute("href"), element))
            .OfType<string>().Distinct().ToList();
        return feeds.Count switch
        {
            0 => "The document is an HTML page; it links to no feed.",
            1 => $"The document is an HTML page; it links to a feed: {feeds[0]}",
            _ => $"The document is an HTML page; it links to {feeds.Count} feeds: {string.Join(", ", feeds.Take(MaxLinks))}"
                + (feeds.Count > MaxLinks ? "…" : ""),
        };
    }
}
