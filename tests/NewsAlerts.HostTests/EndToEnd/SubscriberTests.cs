using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Suppressed;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>People who subscribe by themselves, told by the built program.</summary>
public sealed class SubscriberTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryPlace(EveryHost = true)]
    public async Task Run_SubscribersAndAnUnsubscribedDestination_EachGetsWhatIsWanted(Place place)
    {
        await using var smtp = new LocalSmtpServer
        {
            Reply = command => command.StartsWith("RCPT TO:<gone@", StringComparison.Ordinal) ? "550 5.1.1 No such mailbox" : null,
        };
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/world.xml", new NewsItem("Lavrov on Taiwan", "https://news.example.org/1"), new NewsItem("Storm", "https://news.example.org/2"));
        using var installation = await azurite.InstallAsync(place, $$"""
            settings:
              contact: ops@example.org
              allowPrivate: [127.0.0.1]
              smtp: { host: 127.0.0.1, port: {{smtp.Port}}, security: none, from: alerts@example.org }
            feeds:
              - { url: '{{web["/world.xml"]}}' }
            rules:
              - { name: Weather, when: storm OR flood, notify: [desk] }
            destinations:
              - { name: desk, type: email, to: desk@example.org }
            """);
        var subscribers = new Subscribers(installation.Place.Documents, TimeProvider.System);
        await SubscribeAsync(subscribers, "own@example.org", Watching("lavrov AND taiwan"));
        await SubscribeAsync(subscribers, "both@example.org", Watching("lavrov AND taiwan"), new Subscription { Id = "2", Rule = "Weather", Send = "immediate", TimeZone = "UTC" });
        await SubscribeAsync(subscribers, "gone@example.org", Watching("taiwan"));
        await SubscribeAsync(subscribers, "digest@example.org", Watching("taiwan") with { Send = "weekly mon 08:00" });
        await new Suppressions(installation.Place.Documents, TimeProvider.System).AddAsync("desk@example.org", "desk", [], Token);

        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);

        Assert.Equal(["both@example.org", "own@example.org"], smtp.Mails.SelectMany(mail => mail.Recipients).Order());
        Assert.Equal(
            ["lavrov AND taiwan: Lavrov on Taiwan"],
            smtp.Mails.Where(mail => mail.Recipients.Contains("own@example.org")).Select(mail => mail.Header("Subject")));
        Assert.NotNull((await subscribers.FindAsync(SubscriberId.Of("gone@example.org"), Token))?.Suspended);
        Assert.Empty(await installation.PoisonAsync(Token));

        var status = (await installation.StatusAsync(Token)).Output;
        Assert.Contains("Subscribers: 4 people with 5 subscriptions; 1 suspended.", status, StringComparison.Ordinal);
        Assert.Contains("desk: nothing is sent. Its reader unsubscribed 'desk'", status, StringComparison.Ordinal);
    }

    private static Subscription Watching(string query) => new() { Id = "1", Query = query, Send = "immediate", TimeZone = "UTC" };

    private static Task<Subscriber?> SubscribeAsync(Subscribers subscribers, string address, params IReadOnlyList<Subscription> subscriptions)
    {
        var id = SubscriberId.Of(address);
        return subscribers.UpdateAsync(
            id, _ => new Subscriber { Id = id, Address = address, Language = "en", Subscriptions = subscriptions }, Token);
    }
}
