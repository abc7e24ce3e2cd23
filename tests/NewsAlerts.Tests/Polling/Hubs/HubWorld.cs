using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Http;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Hubs;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Tests.Support;
using NewsAlerts.Web.Pages;

namespace NewsAlerts.Tests.Polling.Hubs;

/// <summary>A feed with a hub, on a local server, and the service that watches it for Taiwan.</summary>
internal sealed class HubWorld : IAsyncDisposable
{
    public const string PublicUrl = "https://alerts.example.org/pages";

    private readonly LocalServer _server;
    private readonly Page _page;

    private HubWorld(LocalServer server, Page page)
    {
        (_server, _page) = (server, page);
        Service = new TestService(Configured(), new RecordingChannel());
    }

    public TestService Service { get; }

    public string FeedUrl => $"{_server.Address}feed";

    public string Topic => $"{_server.Address}topic";

    /// <summary>What the hub was asked, in order.</summary>
    public IReadOnlyList<FormValues> Asked =>
        [.. _server.Requests.Where(request => request.Address.AbsolutePath == "/hub").Select(request => FormValues.Parse(request.Body))];

    /// <summary>How often the feed was polled.</summary>
    public int Polls => _server.Requests.Count(request => request.Address.AbsolutePath == "/feed");

    /// <summary>The titles of all that was told, in order.</summary>
    public IEnumerable<string?> Told => Service.Channel.Attempts.SelectMany(delivery => delivery.Alerts).Select(alert => alert.Item.Title);

    public static async Task<HubWorld> StartAsync(bool inHeader = false)
    {
        var page = new Page();
        var server = await LocalServer.StartAsync(context =>
        {
            if (context.Request.Path == "/hub")
            {
                context.Response.StatusCode = page.HubStatus;
                return Task.CompletedTask;
            }

            var (hub, topic) = ($"http://{context.Request.Host}/hub", $"http://{context.Request.Host}/topic");
            if (inHeader)
            {
                context.Response.Headers.Link = $"<{hub}>; rel=\"hub\", <{topic}>; rel=\"self\"";
            }

            var links = inHeader || !page.NamesHub ? "" : $"<link rel='hub' href='{hub}'/><link rel='self' href='{topic}'/>";
            return context.Response.WriteAsync(Atom(links, page.Titles));
        });
        return new HubWorld(server, page);
    }

    /// <summary>What the hub answers to requests.</summary>
    public void AnswerAtHub(int status) => _page.HubStatus = status;

    /// <summary>Lets the feed name no hub any more.</summary>
    public void HideHub() => _page.NamesHub = false;

    /// <summary>Adds an item to the feed.</summary>
    public void Publish(string title) => _page.Titles = [.. _page.Titles, title];

    /// <summary>Removes the feed from the configuration.</summary>
    public void RemoveFeed() => Service.Get<CurrentConfiguration>().Replace(Configured() with { Feeds = [] });

    /// <summary>Polls what is due, does what follows, and asks the hubs that are due.</summary>
    public async Task RunAsync()
    {
        await Service.RunOnceAsync();
        await Service.Get<AskHubs>().RunAsync(CancellationToken.None);
    }

    /// <summary>The same, after some time.</summary>
    public Task RunAfterAsync(TimeSpan time)
    {
        Service.Time.Advance(time);
        return RunAsync();
    }

    /// <summary>Polls the feed, and lets the hub confirm the subscription that it is then asked for.</summary>
    public async Task SubscribeAsync(string leaseSeconds = "864000")
    {
        await RunAsync();
        Assert.Equal(200, (await ConfirmAsync(leaseSeconds: leaseSeconds)).Status);
        await Service.RunOnceAsync();
    }

    /// <summary>The hub's call that asks whether the last thing it was asked for is wanted.</summary>
    public Task<PageAnswer> ConfirmAsync(string? topic = null, string? path = null, string leaseSeconds = "864000")
    {
        var mode = Asked[^1]["hub.mode"];
        return CallAsync("GET", path, $"hub.mode={mode}&hub.topic={Uri.EscapeDataString(topic ?? Topic)}&hub.challenge=c%2Ba&hub.lease_seconds={leaseSeconds}");
    }

    /// <summary>The hub's call that asks whether we want to be left alone, without having been asked to.</summary>
    public Task<PageAnswer> ConfirmUnwantedReleaseAsync() =>
        CallAsync("GET", null, $"hub.mode=unsubscribe&hub.topic={Uri.EscapeDataString(Topic)}&hub.challenge=x");

    /// <summary>The hub's call that denies the subscription.</summary>
    public Task<PageAnswer> DenyAsync() =>
        CallAsync("GET", null, $"hub.mode=denied&hub.topic={Uri.EscapeDataString(Topic)}&hub.reason=not%20here");

    /// <summary>The hub's call that announces an item, signed.</summary>
    public Task<PageAnswer> AnnounceAsync(string title)
    {
        var body = Encoding.UTF8.GetBytes(Atom("", [title]));
        return AnnounceAsync(body, $"sha256={Sign(body)}");
    }

    public Task<PageAnswer> AnnounceAsync(byte[] body, string? signature, string? path = null) =>
        CallAsync("POST", path, "", body, signature);

    public string Sign(byte[] body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Asked[0]["hub.secret"] ?? ""), body));

    /// <summary>A document of the feed.</summary>
    public static byte[] Document(string title) => Encoding.UTF8.GetBytes(Atom("", [title]));

    /// <summary>The type that announcements come with.</summary>
    public string ContentType { get; set; } = "application/atom+xml";

    /// <summary>The path of the callback that the hub was told.</summary>
    public string CallbackPath => (Asked[^1]["hub.callback"] ?? "")[PublicUrl.Length..];

    public async Task<FeedStatus> StatusAsync() =>
        (await Service.Get<ReadStatus>().RunAsync(CancellationToken.None)).Feeds[0];

    public async ValueTask DisposeAsync()
    {
        Service.Dispose();
        await _server.DisposeAsync();
    }

    private async Task<PageAnswer> CallAsync(string method, string? path, string query, byte[]? body = null, string? signature = null)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = ContentType };
        if (signature is not null)
        {
            headers["X-Hub-Signature"] = signature;
        }

        using var content = new MemoryStream(body ?? []);
        return await Service.Get<Endpoints>().AnswerAsync(
            new PageRequest { Method = method, Path = path ?? CallbackPath, Query = FormValues.Parse(query), Headers = headers },
            content,
            CancellationToken.None);
    }

    private static string Atom(string links, IEnumerable<string> titles)
    {
        var entries = titles.Select(title => string.Create(
            CultureInfo.InvariantCulture,
            $"<entry><id>urn:{title}</id><title>{title}</title><link href='https://news.example/{Uri.EscapeDataString(title)}'/><updated>2026-03-14T09:00:00Z</updated></entry>"));
        return $"<feed xmlns='http://www.w3.org/2005/Atom'><title>Wire</title>{links}{string.Concat(entries)}</feed>";
    }

    private AlertsConfiguration Configured() => new()
    {
        Settings = new Settings { AllowPrivate = ["127.0.0.1"], PublicUrl = PublicUrl },
        Feeds = [new Feed { Url = FeedUrl, Name = "Wire", Every = TimeSpan.FromMinutes(5) }],
        Rules = [new WatchRule
        {
            Name = "Taiwan",
            When = "Taiwan",
            Query = QueryParser.Parse("Taiwan").Query ?? throw new InvalidOperationException(),
            Notify = ["desk"],
        }],
        Destinations = [new Destination { Name = "desk", Type = "recording", Url = new Secret("https://desk.example/"), Timing = World.AtOnce }],
    };

    private sealed class Page
    {
        public int HubStatus { get; set; } = 202;

        public bool NamesHub { get; set; } = true;

        public IReadOnlyList<string> Titles { get; set; } = ["Old news"];
    }
}
