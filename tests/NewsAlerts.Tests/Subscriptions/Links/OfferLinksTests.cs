using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.Http;
using NewsAlerts.Messages;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Tests.Channels;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Subscriptions.Links;

/// <summary>The links by which readers turn emails down travel with every attempt.</summary>
public class OfferLinksTests
{
    private static readonly Secret Key = new(Convert.ToBase64String(new byte[32]));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_Email_EveryAttemptOffersTheLinkOfItsDestination()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        var channel = new RecordingChannel(attempt => new DeliveryResult(attempt == 1 ? DeliveryOutcome.Failed : DeliveryOutcome.Delivered, "Answered."));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        service.Configure(Reachable);

        await service.RunOnceAsync();
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await service.RunOnceAsync();

        Assert.Equal(2, channel.Attempts.Count);
        Assert.All(channel.Attempts, attempt => AssertIsOfDesk(service, attempt.Links));
    }

    [Fact]
    public async Task Send_NoSigningKey_OffersNone()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));
        service.Configure(configuration => Reachable(configuration) with { Settings = configuration.Settings with { PublicUrl = "https://alerts.example.org" } });

        await service.RunOnceAsync();

        Assert.Null(Assert.Single(service.Channel.Attempts).Links);
    }

    [Fact]
    public async Task TestDestination_Email_OffersTheLinkToo()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(), []);
        service.Configure(Reachable);

        await service.Get<TestDestination>().RunAsync(
            service.Get<CurrentConfiguration>().Snapshot.Configuration.Destinations[0], Cancellation);

        AssertIsOfDesk(service, Assert.Single(service.Channel.Attempts).Links);
    }

    [Theory]
    [InlineData(new[] { "Lavrov" }, "q-Lavrov")]
    [InlineData(new[] { "Lavrov", "since unsubscribed" }, "q-Lavrov")]
    [InlineData(new[] { "Lavrov", "asia" }, "q-Lavrov,r-asia")]
    public async Task Of_Subscriber_EndsWhatTheEmailCameFrom(string[] rules, string subscriptions)
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(), []);
        service.Configure(Reachable);
        var person = People.Person("me@example.org", People.Watching("Lavrov"), People.Following("asia"));
        await service.Get<Subscribers>().SetAsync(person);
        var name = SubscriberName.Of(person.Id, SubscriptionSchedule.KeyOf(person.Subscriptions[0]));
        var found = await service.Get<FindDestination>().RunAsync(name, Cancellation);
        Assert.NotNull(found.Destination);
        var alert = Samples.Lavrov with { Rules = [.. rules.Select(rule => new AlertRule(rule, rule))] };

        var links = service.Get<OfferLinks>().Of(found.Destination, [alert]);

        Assert.Equal(
            new LinkSubject(person.Id) { Subscriptions = subscriptions },
            service.Get<SignedLinks>().Read(LinkPurpose.Unsubscribe, Token(links?.Unsubscribe))?.Subject);
        Assert.Equal(new LinkSubject(person.Id), service.Get<SignedLinks>().Read(LinkPurpose.Manage, Token(links?.Manage))?.Subject);
    }

    [Fact]
    public async Task Of_NoticeToASubscriber_OffersNone()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(), []);
        service.Configure(Reachable);

        Assert.Null(service.Get<OfferLinks>().Of(new Destination { Name = SubscriberName.Of("0a1b"), Type = "email", To = "me@example.org" }, []));
    }

    private static AlertsConfiguration Reachable(AlertsConfiguration configuration) => configuration with
    {
        Settings = configuration.Settings with { PublicUrl = "https://alerts.example.org", SigningKeys = [Key] },
        Destinations = [.. configuration.Destinations.Select(destination => destination with { Url = null, To = "me@example.org" })],
    };

    private static string? Token(Uri? link) => link?.Query["?token=".Length..];

    private static void AssertIsOfDesk(TestService service, ReaderLinks? links)
    {
        Assert.Null(links?.Manage);
        Assert.Equal(
            new LinkSubject(SubscriberId.Of("me@example.org")) { Destination = "desk" },
            service.Get<SignedLinks>().Read(LinkPurpose.Unsubscribe, Token(links?.Unsubscribe))?.Subject);
    }
}
