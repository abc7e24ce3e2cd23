using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>What servers are asked, and what becomes of those that answer badly.</summary>
public sealed class PollTests(AzuriteFixture azurite)
{
    private static readonly NewsItem First = new("Good news", "https://news.example.org/1");
    private static readonly NewsItem Second = new("More good news", "https://news.example.org/2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryPlace]
    public async Task Run_FeedWithValidators_AskedConditionallyAndToldOnlyWhatIsNew(Place place)
    {
        const string LastModified = "Tue, 03 Mar 2026 10:00:00 GMT";
        await using var web = await LocalWeb.StartAsync();
        var items = new[] { First };
        web.Answer("/good.xml", context =>
        {
            var eTag = string.Create(CultureInfo.InvariantCulture, $"W/\"version-{items.Length}\"");
            if (context.Request.Headers.IfNoneMatch == eTag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            context.Response.Headers.ETag = eTag;
            context.Response.Headers.LastModified = LastModified;
            return context.Response.WriteAsync(NewsItem.ToRss(items));
        });
        web.Answer("/hook", StatusCodes.Status204NoContent);
        using var installation = await azurite.InstallAsync(place, Configuration(web, "/good.xml"));

        await using var program = installation.Run();
        await Eventually.TrueAsync(() => web.RequestsTo("/good.xml").Count >= 3 && web.RequestsTo("/hook").Count > 0, Token);
        Assert.Equal([First.Title], web.RequestsTo("/hook").SelectMany(request => request.Titles()));

        items = [First, Second];
        await Eventually.TrueAsync(() => web.RequestsTo("/hook").Count == 2, Token);

        var polls = web.RequestsTo("/good.xml");
        Assert.False(polls[0].Headers.ContainsKey("If-None-Match"));
        Assert.False(polls[0].Headers.ContainsKey("If-Modified-Since"));
        Assert.Matches(@"^NewsAlerts/[0-9.]+ \(ops@example[.]org\)$", polls[0].Headers["User-Agent"]);
        Assert.Equal("W/\"version-1\"", polls[1].Headers["If-None-Match"]);
        Assert.Equal(LastModified, polls[1].Headers["If-Modified-Since"]);
        Assert.Equal([Second.Title], web.RequestsTo("/hook")[1].Titles());
    }

    [Theory, EveryPlace]
    public async Task Run_FeedWithoutValidatorsUnchanged_NothingIsTold(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/good.xml", First, Second);
        web.Answer("/hook", StatusCodes.Status204NoContent);
        using var installation = await azurite.InstallAsync(place, Configuration(web, "/good.xml"));

        await using var program = installation.Run();
        await Eventually.TrueAsync(() => web.RequestsTo("/good.xml").Count >= 4, Token);

        Assert.Equal(2, Assert.Single(web.RequestsTo("/hook")).AlertIds().Count);
    }

    [Theory, EveryPlace]
    public async Task Run_BadFeeds_EachNamedAndTheGoodOneDelivered(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        var errors = new Dictionary<string, string>
        {
            ["/gone"] = "answered 410: it is gone for good",
            ["/broken"] = "answered 500 (InternalServerError)",
            ["/page"] = $"The document is an HTML page; it links to a feed: {web["/good.xml"]}",
            ["/huge"] = "the document has more than 10 MB",
            ["/bomb"] = "the document has more than 10 MB",
            ["/circle"] = $"its redirects lead in a circle, back to {web["/circle"]}",
            ["/inside"] = "127.0.0.2 is at the private address 127.0.0.2; to allow it, name the host under settings: allowPrivate",
            ["/half"] = "the answer ended before it was complete",
            ["/empty"] = "The document is empty.",
        };
        web.Answer("/gone", StatusCodes.Status410Gone);
        web.Answer("/broken", StatusCodes.Status500InternalServerError);
        web.Answer("/page", context => context.Response.WriteAsync(
            "<!DOCTYPE html><html><head><link rel=alternate type=application/rss+xml href=/good.xml></head><body>News</body></html>"));
        web.Answer("/huge", context => context.Response.Body.WriteAsync(new byte[11_000_000]).AsTask());
        web.Answer("/bomb", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync(new byte[100_000_000]);
        });
        web.Answer("/circle", Redirect(web["/round"].AbsoluteUri));
        web.Answer("/round", Redirect("/circle"));
        web.Answer("/inside", Redirect("http://127.0.0.2:8080/metadata"));
        web.Answer("/half", async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("<rss version='2.0'><channel>");
            await context.Response.CompleteAsync();
        });
        web.Answer("/empty", StatusCodes.Status200OK);
        web.Serve("/good.xml", First);
        web.Answer("/hook", StatusCodes.Status204NoContent);
        using var installation = await azurite.InstallAsync(place, Configuration(web, [.. errors.Keys, "/good.xml"]));

        var ended = await installation.RunOnceAsync(Token);

        Assert.Equal(0, ended.ExitCode);
        Assert.Equal([First.Title], Assert.Single(web.RequestsTo("/hook")).Titles());
        Assert.All(errors, error => Assert.Contains($"{error.Key}: {error.Value}", ended.Output, StringComparison.Ordinal));
    }

    [Theory, EveryPlace]
    public async Task Run_FeedThatNeverAnswers_TheGoodOneIsDeliveredMeanwhile(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Answer("/slow", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        web.Serve("/good.xml", First);
        web.Answer("/hook", StatusCodes.Status204NoContent);
        using var installation = await azurite.InstallAsync(place, Configuration(web, "/slow", "/good.xml"));

        await using var program = installation.Run();
        await Eventually.TrueAsync(() => web.RequestsTo("/hook").Count == 1, Token);

        Assert.Single(web.RequestsTo("/slow"));
        Assert.DoesNotContain("no complete answer", program.Output, StringComparison.Ordinal);
    }

    private static RequestDelegate Redirect(string location) => context =>
    {
        context.Response.Redirect(location);
        return Task.CompletedTask;
    };

    private static string Configuration(LocalWeb web, params IEnumerable<string> feeds) => $$"""
        settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
        feeds:
        {{string.Join('\n', feeds.Select(path => $"  - {{ url: '{web[path]}', name: {path}, every: 1s }}"))}}
        rules:
          - { name: Good, when: good, notify: [desk] }
        destinations:
          - { name: desk, type: webhook, url: '{{web["/hook"]}}' }
        """;
}
