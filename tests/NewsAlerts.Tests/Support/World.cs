using System.Globalization;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Configuration;
using NewsAlerts.Http;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Tests.Support;

/// <summary>A small world of feeds on a local server, with rules and one destination.</summary>
internal sealed class World : IAsyncDisposable
{
    /// <summary>Every alert by itself, as soon as it comes.</summary>
    public static readonly DeliveryTiming AtOnce = new() { Group = TimeSpan.Zero };

    private readonly Dictionary<string, Func<string>> _pages = [];
    private readonly Dictionary<string, int> _statuses = [];
    private readonly ManualTime _time = new();
    private LocalServer? _server;

    public static async Task<World> StartAsync(bool isOwn = true)
    {
        var world = new World { IsOwn = isOwn };
        world._server = await LocalServer.StartAsync(async context =>
        {
            if (world._pages.TryGetValue(context.Request.Path, out var page))
            {
                await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, page());
                return;
            }

            context.Response.StatusCode = world._statuses.GetValueOrDefault(context.Request.Path, 500);
        });
        return world;
    }

    public ManualTime Time => _time;

    /// <summary>Whether the server counts as one of the owner's own (allowPrivate), or as any other of the web.</summary>
    public bool IsOwn { get; init; } = true;

    public string Url(string path) => $"{_server?.Address}{path.TrimStart('/')}";

    /// <summary>Serves an RSS feed of items: title and link each, published now.</summary>
    public void Serve(string path, params (string Title, string Link)[] items) =>
        ServeGuids(path, [.. items.Select(item => (path + item.Link, item.Title, item.Link))]);

    /// <summary>Serves an RSS feed of items: guid, title and link each, published now.</summary>
    public void ServeGuids(string path, params (string Guid, string Title, string Link)[] items)
    {
        var date = _time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        var body = string.Concat(items.Select(item =>
            $"<item><title>{item.Title}</title><link>{item.Link}</link><guid isPermaLink='false'>{item.Guid}</guid><pubDate>{date}</pubDate></item>"));
        ServeBody(path, $"<rss version='2.0'><channel><title>{path}</title>{body}</channel></rss>");
    }

    /// <summary>The paths that were asked for, in order.</summary>
    public IEnumerable<string> Asked => _server?.Requests.Select(request => request.Address.AbsolutePath) ?? [];

    /// <summary>Answers with a status and nothing else.</summary>
    public void Refuse(string path, int status) => _statuses[path] = status;

    /// <summary>Serves a text.</summary>
    public void ServeBody(string path, string body) => _pages[path] = () => body;

    public TestService Service(RecordingChannel channel, IEnumerable<string> feeds, params (string Name, string When)[] rules) =>
        Service(channel, feeds, AtOnce, rules);

    public TestService Service(
        RecordingChannel channel, IEnumerable<string> feeds, DeliveryTiming timing, params (string Name, string When)[] rules) =>
        new(
            new AlertsConfiguration
            {
                Settings = new Settings { AllowPrivate = IsOwn ? ["127.0.0.1"] : [] },
                Feeds = [.. feeds.Select(path => new Feed { Url = Url(path), Name = path, Every = TimeSpan.FromMinutes(5) })],
                Rules = [.. rules.Select(rule => new WatchRule
                {
                    Name = rule.Name,
                    When = rule.When,
                    Query = QueryParser.Parse(rule.When).Query ?? throw new ArgumentException(rule.When),
                    Notify = ["desk"],
                    Subscribe = true,
                })],
                Destinations = [new Destination { Name = "desk", Type = channel.Type, Url = new Secret("https://desk.example/"), Timing = timing }],
            },
            channel,
            _time,
            guard: IsOwn ? null : AddressGuard.None);

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
