using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace NewsAlerts.Benchmarks.Delivering;

/// <summary>A feed that grows, and knows when it first gave each item away.</summary>
internal sealed partial class Wire
{
    private readonly ConcurrentDictionary<int, long> _given = new();
    private int _published;

    /// <summary>Adds so many items.</summary>
    public void Publish(int count) => Interlocked.Add(ref _published, count);

    /// <summary>How many items it has given away.</summary>
    public int Given => _given.Count;

    /// <summary>When it first gave an item away, by the monotonic clock.</summary>
    public long GivenAt(int item) => _given[item];

    /// <summary>The number of an item, from its title.</summary>
    public static int NumberOf(string title) => int.Parse(Number().Match(title).ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>Answers a poll.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var published = Volatile.Read(ref _published);
        var eTag = $"\"{published}\"";
        context.Response.Headers.ETag = eTag;
        if (context.Request.Headers.IfNoneMatch == eTag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var now = Stopwatch.GetTimestamp();
        for (var item = 0; item < published; item++)
        {
            _given.TryAdd(item, now);
        }

        context.Response.ContentType = "application/rss+xml";
        await context.Response.WriteAsync(Document(published));
    }

    private static string Document(int published)
    {
        var xml = new StringBuilder("<rss version='2.0'><channel><title>The wire</title><link>https://example.org/</link>");
        var now = TimeProvider.System.GetUtcNow();
        for (var item = published - 1; item >= 0; item--)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""
                <item>
                  <title>Report {item} on topic{item}</title>
                  <link>https://example.org/{item}</link>
                  <guid>{item}</guid>
                  <pubDate>{now:R}</pubDate>
                  <description>The minister said on the second day of the talks that both sides had come closer to an
                  agreement on trade, and that the text of topic{item} would be published within a week.</description>
                </item>
                """);
        }

        return xml.Append("</channel></rss>").ToString();
    }

    [GeneratedRegex("(?<=Report )[0-9]+")]
    private static partial Regex Number();
}
