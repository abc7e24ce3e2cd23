using System.Text.RegularExpressions;

namespace NewsAlerts.Feeds.Html;

/// <summary>The media types by which pages link to their feeds.</summary>
internal static partial class FeedLinkType
{
    /// <summary>Whether a link of this type leads to a feed.</summary>
    public static bool Is(string? type) => type is not null && FeedType().IsMatch(type);

    [GeneratedRegex(
        @"^\s*application/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)\s*(?:;|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FeedType();
}
