using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// Many feeds on many hosts, which are addresses of 127.0.0.0/8: with an ETag each, and 304 to whoever knows it.
/// </summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private const int ItemsAFeed = 30;

    private readonly WebApplication _app;
    private readonly int[] _versions;
    private int _unchanged;
    private int _documents;

    private FeedServer(int feeds, int hosts)
    {
        _versions = new int[feeds];
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            for (var host = 1; host <= hosts; host++)
            {
                kestrel.Listen(IPAddress.Parse($"127.0.1.{host}"), port: 0);
            }
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>The addresses of all feeds.</summary>
    public IReadOnlyList<string> Feeds { get; private set; } = [];

    /// <summary>The hosts, as alerts.yaml allows them.</summary>
    public IEnumerable<string> HostNames => _app.Urls.Select(host => new Uri(host).Host);

    /// <summary>How many answers there were, by status, since this was asked last.</summary>
    public (int Unchanged, int Documents) TakeCounts() =>
        (Interlocked.Exchange(ref _unchanged, 0), Interlocked.Exchange(ref _documents, 0));

    /// <summary>Starts it.</summary>
    public static async Task<FeedServer> StartAsync(int feeds, int hosts)
    {
        var server = new FeedServer(feeds, hosts);
        await server._app.StartAsync();
        var addresses = server._app.Urls.ToList();
        server.Feeds = [.. Enumerable.Range(0, feeds).Select(feed => $"{addresses[feed % hosts]}/{feed}")];
        return server;
    }

    /// <summary>Adds an item to every feed whose number the step divides.</summary>
    public void Publish(int step)
    {
        for (var feed = 0; feed < _versions.Length; feed += step)
        {
            _versions[feed]++;
        }
    }

    /// <summary>The ETag of a feed as it is now.</summary>
    public string ETagOf(int feed) => $"\"{_versions[feed]}\"";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var feed = int.Parse(context.Request.Path.Value.AsSpan(1), CultureInfo.InvariantCulture);
        context.Response.Headers.ETag = ETagOf(feed);
        if (context.Request.Headers.IfNoneMatch == ETagOf(feed))
        {
            Interlocked.Increment(ref _unchanged);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        Interlocked.Increment(ref _documents);
        context.Response.ContentType = "application/rss+xml";
        await context.Response.WriteAsync(Document(feed, _versions[feed]));
    }

    private static string Document(int feed, int version)
    {
        var xml = new StringBuilder($"<rss version='2.0'><channel><title>Feed {feed}</title><link>https://example.org/</link>");
        for (var number = version + ItemsAFeed; number > version; number--)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""
                <item>
                  <title>Report {number} of office {feed}</title>
                  <link>https://example.org/{feed}/{number}</link>
                  <guid>{feed}-{number}</guid>
                  <description>Both sides had come closer to an agreement on trade, and its text would be published within
                  a week. Observers in the capital called the announcement vague.</description>
                </item>
                """);
        }

        return xml.Append("</channel></rss>").ToString();
    }
}
