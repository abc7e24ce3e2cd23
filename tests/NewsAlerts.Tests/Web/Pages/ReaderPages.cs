using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.Http;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Tests.Support;
using NewsAlerts.Web;
using NewsAlerts.Web.Pages;

namespace NewsAlerts.Tests.Web.Pages;

/// <summary>The pages over stores in memory, asked as a host asks them.</summary>
internal sealed class ReaderPages : IDisposable
{
    public const string Address = "ada@example.org";
    public const string Query = "Lavrov AND Taiwan";

    public static readonly string Reader = SubscriberId.Of(Address);

    private readonly ServiceProvider _services;

    /// <summary>Pages of a process of its own.</summary>
    /// <param name="settings">Changes the settings of a service that is open to everybody.</param>
    /// <param name="beside">Another process with the same stores; null where there is none.</param>
    public ReaderPages(Func<Settings, Settings>? settings = null, ReaderPages? beside = null)
    {
        (Documents, Queue, Time) = (beside?.Documents ?? new(), beside?.Queue ?? new(Time), beside?.Time ?? Time);
        _services = new ServiceCollection()
            .AddNewsAlerts(Configuration(settings ?? (same => same)))
            .AddPages()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IDocumentStore>(Documents)
            .AddSingleton<IMessageQueue>(Queue)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .BuildServiceProvider();
        Get<PublicSite>().Open();
    }

    public ManualTime Time { get; } = new();

    public MemoryDocuments Documents { get; }

    public MemoryQueue Queue { get; }

    public SignedLinks Links => Get<SignedLinks>();

    public Subscribers Subscribers => Get<Subscribers>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Dispose() => _services.Dispose();

    public Task<PageAnswer> GetAsync(string path, string language = "en") => AnswerAsync("GET", path, "", "", language);

    /// <summary>Sends a form of names and values.</summary>
    public Task<PageAnswer> PostAsync(string path, string from = "198.51.100.7", params (string Name, string Value)[] form) => AnswerAsync(
        "POST",
        path,
        string.Join('&', form.Select(field => $"{WebUtility.UrlEncode(field.Name)}={WebUtility.UrlEncode(field.Value)}")),
        "application/x-www-form-urlencoded",
        from: from);

    public Task<PageAnswer> PostJsonAsync(string json, string from = "198.51.100.7") =>
        AnswerAsync("POST", "/subscriptions", json, "application/json; charset=utf-8", from: from);

    public async Task<PageAnswer> AnswerAsync(
        string method, string path, string body, string contentType, string language = "en", string? from = "198.51.100.7")
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        var question = path.IndexOf('?', StringComparison.Ordinal);
        var request = new PageRequest
        {
            Method = method,
            Path = question < 0 ? path : path[..question],
            Query = question < 0 ? FormValues.None : FormValues.Parse(path[question..]),
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = contentType, ["Accept-Language"] = language },
            RemoteAddress = from is null ? null : IPAddress.Parse(from),
        };
        return await Get<Endpoints>().AnswerAsync(request, stream, TestContext.Current.CancellationToken);
    }

    /// <summary>The messages that wait, each received and deleted.</summary>
    public async Task<IReadOnlyList<WakeDestination>> TakeMessagesAsync()
    {
        var messages = new List<WakeDestination>();
        while (await Queue.ReceiveAsync(Queues.Alerts, 1, TimeSpan.FromMinutes(1), CancellationToken.None) is [var message])
        {
            messages.Add(DeliveryMessages.Read(message.Body));
            await Queue.DeleteAsync(message, CancellationToken.None);
        }

        return messages;
    }

    /// <summary>Notes the requests of the messages that wait. Returns the links of those that may go.</summary>
    public async Task<IReadOnlyList<string>> TakeLinksAsync()
    {
        var links = new List<string>();
        foreach (var message in await TakeMessagesAsync())
        {
            if (message.Request is { } request && await Get<TakeRequest>().RunAsync(request, CancellationToken.None))
            {
                links.Add(message.Notice?.Action?.Address.PathAndQuery ?? "");
            }
        }

        return links;
    }

    /// <summary>Somebody with these subscriptions.</summary>
    public Task<Subscriber?> AddAsync(params Subscription[] subscriptions) => Subscribers.UpdateAsync(
        Reader,
        _ => new Subscriber { Id = Reader, Address = Address, Language = "en", Subscriptions = subscriptions },
        CancellationToken.None);

    public static Subscription Subscribed(string id = "5e1b0a7c", string query = Query) =>
        new() { Id = id, Query = query, Send = "immediate", TimeZone = "Europe/Berlin" };

    /// <summary>The path and query of a link.</summary>
    public static string PathOf(Uri? link) => link?.PathAndQuery ?? "";

    public static string TextOf(PageAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);

    private static AlertsConfiguration Configuration(Func<Settings, Settings> settings) => new()
    {
        Settings = settings(new Settings
        {
            Contact = "ops@example.org",
            PublicUrl = "https://alerts.example.org",
            SigningKeys = [new Secret(Convert.ToBase64String("a key of at least thirty-two bytes"u8))],
            Smtp = new SmtpSettings { Host = "smtp.example.org", From = "World desk <alerts@example.org>" },
        }),
        Rules = [.. new[] { ("Climate talks", true), ("Acme takeover", false), ("Chips & <chipmakers>", true) }.Select(rule => new WatchRule
        {
            Name = rule.Item1,
            When = "climate",
            Query = QueryParser.Parse("climate").Query ?? throw new ArgumentException("climate"),
            Subscribe = rule.Item2,
        })],
        Destinations = [new Destination { Name = "desk", Type = "email", To = "desk@example.org" }],
    };
}
