using System.Text;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Configuration;
using NewsAlerts.Http;
using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Tests.Support;
using NewsAlerts.Web.Pages;

namespace NewsAlerts.Tests.Web.Pages;

/// <summary>From the form to the alert and back out, by the links of the emails alone.</summary>
public class SubscriptionRoundTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Subscribe_ConfirmedToldAndUnsubscribed_NothingComesBeforeOrAfter()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        world.Serve("/a", ("Taiwan 1", "https://news.example/1"));

        Assert.Equal(202, (await PostAsync(service, "/subscriptions", """{ "address": "ada@example.org", "query": "Taiwan" }""", "application/json")).Status);
        await service.RunOnceAsync();
        var asked = Assert.Single(service.Channel.Sent);
        Assert.Equal(("ada@example.org", "subscription.confirm"), (asked.To.To, asked.Delivery.Notice?.Type));

        Assert.Equal(200, (await PostAsync(service, asked.Delivery.Notice?.Action?.Address.PathAndQuery ?? "", "", "")).Status);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        world.Serve("/a", ("Taiwan 2", "https://news.example/2"));
        await service.RunOnceAsync();
        var told = service.Channel.Sent[^1];
        Assert.Equal(("ada@example.org", "Taiwan 2"), (told.To.To, Assert.Single(told.Delivery.Alerts).Item.Title));

        var one = service.Get<SignedLinks>().Of(SubscriberId.Of("ada@example.org"))?.Unsubscribe.PathAndQuery ?? "";
        Assert.Equal(200, (await PostAsync(service, one, "List-Unsubscribe=One-Click", "application/x-www-form-urlencoded")).Status);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        world.Serve("/a", ("Taiwan 3", "https://news.example/3"));
        await service.RunOnceAsync();
        Assert.Equal(2, service.Channel.Sent.Count);
    }

    [Fact]
    public async Task Subscribe_ProcessEndsAtAnyWrite_TheReaderIsAskedOnce()
    {
        var crashes = 0;
        for (var write = 1; write < 12; write++)
        {
            await using var world = await World.StartAsync();
            using var service = Service(world);
            await PostAsync(service, "/subscriptions", """{ "address": "ada@example.org", "query": "Taiwan" }""", "application/json");

            service.CrashBeforeWrite(write);
            await service.RunOnceAsync();
            await service.RunOnceAsync();

            Assert.Single(service.Channel.Sent.DistinctBy(sent => sent.Delivery.Id));
            var subscriber = await service.Get<Subscribers>().FindAsync(SubscriberId.Of("ada@example.org"), Token);
            Assert.Equal((1, 1), (subscriber?.Pending.Count, subscriber?.Asked.Count));
            crashes += service.Crashes;
        }

        Assert.InRange(crashes, 3, 11);
    }

    [Theory]
    [InlineData(DeliveryOutcome.Refused, true, false)]
    [InlineData(DeliveryOutcome.Failed, true, false)]
    [InlineData(DeliveryOutcome.SenderAtFault, true, false)]
    [InlineData(DeliveryOutcome.SenderAtFault, false, true)]
    public async Task Subscribe_ConfirmationFails_ConcernsNobodyElse(DeliveryOutcome outcome, bool isOfMessage, bool isOperators)
    {
        await using var world = await World.StartAsync();
        using var service = Service(world, new RecordingChannel(_ => new(outcome, "554 5.7.1 Not wanted") { IsOfMessage = isOfMessage }) { Type = "email" });
        await PostAsync(service, "/subscriptions", """{ "address": "ada@example.org", "query": "Taiwan" }""", "application/json");

        for (var hours = 0; hours < 100; hours++)
        {
            await service.RunOnceAsync();
            world.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.NotEmpty(service.Channel.Attempts);
        Assert.Equal(0, service.Poison);
        Assert.Equal(isOperators, (await service.Get<IncidentLog>().ReadAsync(Token)).Any(incident => incident.Kind == IncidentKind.SenderRefused.Id));
        var record = Assert.Single(await new DeliverySearch(service.Documents).FindAsync(service.Channel.Attempts[0].Id, Token));
        Assert.Equal(DeliveryStatus.Suppressed, record.Status);
    }

    private static TestService Service(World world, RecordingChannel? channel = null) => new(
        new AlertsConfiguration
        {
            Settings = new Settings
            {
                AllowPrivate = ["127.0.0.1"],
                PublicUrl = "https://alerts.example.org",
                SigningKeys = [new Secret(Convert.ToBase64String("a key of at least thirty-two bytes"u8))],
                Smtp = new SmtpSettings { Host = "smtp.example.org", From = "alerts@example.org" },
                Group = TimeSpan.Zero,
            },
            Feeds = [new() { Url = world.Url("/a"), Name = "/a", Every = TimeSpan.FromMinutes(5) }],
        },
        channel ?? new RecordingChannel { Type = "email" },
        world.Time);

    private static async Task<PageAnswer> PostAsync(TestService service, string path, string body, string contentType)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        var parts = path.Split('?', 2);
        var request = new PageRequest
        {
            Method = "POST",
            Path = parts[0],
            Query = FormValues.Parse(parts.ElementAtOrDefault(1) ?? ""),
            Headers = new Dictionary<string, string> { ["Content-Type"] = contentType },
        };
        return await service.Get<Endpoints>().AnswerAsync(request, stream, Token);
    }
}
