using System.Globalization;
using System.Security;
using System.Text;

namespace NewsAlerts.HostTests.Support;

/// <summary>An item of a feed that a test serves.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Link">The address of the article.</param>
internal sealed record NewsItem(string Title, string Link)
{
    /// <summary>The publisher's identifier; the link by default.</summary>
    public string Guid { get; init; } = Link;

    /// <summary>The teaser.</summary>
    public string Description { get; init; } = "";

    /// <summary>When it was published: an hour ago, so that the first poll alerts.</summary>
    public DateTimeOffset Published { get; init; } = AnHourAgo();

    /// <summary>An RSS 2.0 feed called <c>The Daily Test</c>.</summary>
    public static string ToRss(IEnumerable<NewsItem> items)
    {
        var xml = new StringBuilder("""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0"><channel><title>The Daily Test</title><link>https://news.example.org/</link><description/>

            """);
        foreach (var item in items)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""
                <item>
                  <title>{SecurityElement.Escape(item.Title)}</title>
                  <link>{SecurityElement.Escape(item.Link)}</link>
                  <guid isPermaLink="false">{SecurityElement.Escape(item.Guid)}</guid>
                  <pubDate>{item.Published:R}</pubDate>
                  <description>{SecurityElement.Escape(item.Description)}</description>
                </item>

                """);
        }

        return xml.Append("</channel></rss>\n").ToString();
    }

    private static DateTimeOffset AnHourAgo() =>
        DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()).AddHours(-1);
}
