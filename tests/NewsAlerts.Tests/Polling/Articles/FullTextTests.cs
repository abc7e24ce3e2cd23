using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Http;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling.Articles;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Polling.Articles;

/// <summary>A feed with <c>fullText: true</c>: rules see the article, and the publisher's server is spared.</summary>
public sealed class FullTextTests : IAsyncLifetime
{
    private const string Paragraphs =
        "<p>The council met on Monday to speak about the water works, which have been old for as long as anybody can remember.</p>"
        + "<p>What nobody had expected was the report from Taiwan, where the same pumps have run for forty years without a fault.</p>"
        + "<p>The council decides in April, once the engineers have seen the pumps for themselves.</p>";

    private readonly ManualTime _time = new();
    private LocalServer? _server;
    private RequestDelegate _article = context => SendAsync(context, $"<html><body><nav><a href=/>Home</a></nav>{Paragraphs}</body></html>");
    private IReadOnlyList<string> _links = ["/article/1"];

    private LocalServer Server => _server ?? throw new InvalidOperationException();

    private IReadOnlyList<ReceivedRequest> ArticleRequests =>
        [.. Server.Requests.Where(request => request.Address.AbsolutePath.StartsWith("/article/", StringComparison.Ordinal))];

    public async ValueTask InitializeAsync() => _server = await LocalServer.StartAsync(context =>
        context.Request.Path == "/feed" ? context.Response.WriteAsync(Feed()) : _article(context));

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task Run_WordOnlyInTheArticle_IsTold()
    {
        using var service = Service(fullText: true);
        await service.RunOnceAsync();

        var alert = Assert.Single(service.Channel.Attempts.SelectMany(delivery => delivery.Alerts));
        Assert.Equal("Taiwan", Assert.Single(alert.Matched).Text);
        Assert.StartsWith("The council met on Monday", alert.Item.Content, StringComparison.Ordinal);
        Assert.Equal("A teaser.", alert.Item.Summary);
        Assert.StartsWith("text/html,", Assert.Single(ArticleRequests).Headers["Accept"], StringComparison.Ordinal);
        Assert.Null(await ProblemAsync(service));
    }

    [Fact]
    public async Task Run_LinkOfARedirector_ItsTargetIsRead()
    {
        _links = [$"https://www.google.com/url?url={Server.Address}article/1"];
        using var service = Service(fullText: true);
        await service.RunOnceAsync();

        Assert.Single(ArticleRequests);
        var alert = Assert.Single(service.Channel.Attempts.SelectMany(delivery => delivery.Alerts));
        Assert.StartsWith("https://www.google.com/url", alert.Item.Link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FeedThatDoesNotWantIt_NoArticleIsAskedFor()
    {
        using var service = Service(fullText: false);
        await service.RunOnceAsync();

        Assert.Empty(service.Channel.Attempts);
        Assert.Empty(ArticleRequests);
    }

    [Fact]
    public async Task Run_ArticlesWithoutText_TheTeaserStaysAndTheStatusSaysWhy()
    {
        var answers = new Dictionary<string, (int Status, string Type, string Body)>
        {
            ["/article/gone"] = (404, "text/html", ""),
            ["/article/pdf"] = (200, "application/pdf", "%PDF"),
        };
        _article = context =>
        {
            var (status, type, body) = answers[context.Request.Path.Value ?? ""];
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            return context.Response.WriteAsync(body);
        };
        foreach (var (link, problem) in new[]
        {
            ("/article/gone", "answered 404: there is nothing at this address"),
            ("/article/pdf", "it is no page, but application/pdf"),
            ("http://127.0.0.2:9/", "127.0.0.2 is at the private address 127.0.0.2; to allow it, name the host under settings: allowPrivate"),
        })
        {
            _links = [link];
            using var service = Service(fullText: true, when: "teaser");
            await service.RunOnceAsync();

            Assert.Equal("A teaser.", Assert.Single(service.Channel.Attempts).Alerts[0].Item.Summary);
            Assert.Equal($"1 of 1 new items have only their teaser: {problem}", await ProblemAsync(service));
        }
    }

    [Fact]
    public async Task Run_ManyNewItems_AtMostTwentyArticlesAndTwoAtATime()
    {
        _links = [.. Enumerable.Range(1, 25).Select(number => $"/article/{number}")];
        var (atOnce, most) = (0, 0);
        var served = _article;
        _article = async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await Task.Yield();
            await served(context);
            Interlocked.Decrement(ref atOnce);
        };
        using var service = Service(fullText: true);
        await service.RunOnceAsync();

        Assert.Equal(20, ArticleRequests.Count);
        Assert.InRange(most, 1, 2);
        Assert.Equal(20, service.Channel.Attempts.Sum(delivery => delivery.Alerts.Count));
        Assert.Equal("5 of 25 new items have only their teaser: only 20 articles are read a poll", await ProblemAsync(service));
    }

    [Fact]
    public async Task Run_SiteThatRefuses_IsSoonLeftAlone()
    {
        _links = [.. Enumerable.Range(1, 20).Select(number => $"/article/{number}")];
        _article = context =>
        {
            context.Response.StatusCode = 429;
            return Task.CompletedTask;
        };
        using var service = Service(fullText: true);
        await service.RunOnceAsync();

        Assert.InRange(ArticleRequests.Count, 1, 4);
        Assert.Contains("20 of 20 new items have only their teaser:", await ProblemAsync(service), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ArticleThatNeverComes_TheRoundGoesOn()
    {
        var asked = new TaskCompletionSource();
        _article = async context =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        using var service = Service(fullText: true, when: "teaser");
        var running = service.RunOnceAsync();
        await asked.Task;
        _time.Advance(AddFullTexts.TimeForARound);
        await running;

        Assert.Single(service.Channel.Attempts);
        Assert.Contains("30 s", await ProblemAsync(service), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ItemThatAlertsNobody_ItsArticleIsNotAskedFor()
    {
        using var service = Service(fullText: true, firstPoll: TimeSpan.FromMinutes(1));
        await service.RunOnceAsync();

        Assert.Empty(ArticleRequests);
        Assert.Null(await ProblemAsync(service));
    }

    private static Task SendAsync(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html);
    }

    private static async Task<string?> ProblemAsync(TestService service) =>
        (await service.Get<ReadStatus>().RunAsync(CancellationToken.None)).Feeds[0].ArticleProblem;

    private string Feed()
    {
        var date = _time.GetUtcNow().AddHours(-1).ToString("r", CultureInfo.InvariantCulture);
        var items = _links.Select(link =>
            $"<item><title>Water works</title><link>{link}</link><guid>{link}</guid><description>A teaser.</description><pubDate>{date}</pubDate></item>");
        return $"<rss version='2.0'><channel><title>Town</title>{string.Concat(items)}</channel></rss>";
    }

    private TestService Service(bool fullText, string when = "Taiwan", TimeSpan? firstPoll = null) => new(
        new AlertsConfiguration
        {
            Settings = new Settings { AllowPrivate = ["127.0.0.1"], FirstPoll = firstPoll ?? TimeSpan.FromDays(1) },
            Feeds = [new Feed { Url = $"{Server.Address}feed", Every = TimeSpan.FromMinutes(5), FullText = fullText }],
            Rules = [new WatchRule
            {
                Name = "rule",
                When = when,
                Query = QueryParser.Parse(when).Query ?? throw new ArgumentException(when),
                Notify = ["desk"],
            }],
            Destinations = [new Destination { Name = "desk", Type = "recording", Url = new Secret("https://desk.example/") }],
        },
        new RecordingChannel(),
        _time);
}
