using NewsAlerts.Configuration;
using NewsAlerts.Explaining;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Suppressed;
using NewsAlerts.Tests.Subscriptions;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Explaining;

/// <summary>Why people who subscribe were told of an article, or were not. The clock begins at 09:26:53 UTC on a Saturday.</summary>
public class ExplainSubscribersTests
{
    private const string Link = "https://news.example/1";
    private const string Me = "me@example.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_NobodySubscribes_NothingIsSaidOfThem()
    {
        await using var world = await World.StartAsync();
        using var service = await ServiceAsync(world);

        Assert.Null((await ExplainAsync(service)).People);
    }

    [Fact]
    public async Task Run_SomeSubscribe_CountsThoseWhoAreToBeTold()
    {
        await using var world = await World.StartAsync();
        using var service = await ServiceAsync(
            world,
            People.Person(Me, People.Watching("Taiwan"), People.Following("asia", "hourly")),
            People.Person("two@example.org", People.Following("asia")),
            People.Person("three@example.org", People.Watching("Storm")),
            People.Person("ill@example.org", People.Watching("Taiwan")) with { Suspended = new Suspension(world.Time.GetUtcNow(), "Gone.") });

        var explanation = await ExplainAsync(service);

        Assert.Equal(2, explanation.People);
        Assert.Null(explanation.Subscriber);
    }

    [Theory]
    [InlineData(Me)]
    [InlineData(" ME@example.org ")]
    [InlineData("(the id)")]
    public async Task Run_Told_WhenAndByWhichSchedule(string asked)
    {
        await using var world = await World.StartAsync();
        using var service = await ServiceAsync(
            world, People.Person(Me, People.Watching("Storm"), People.Following("asia", "hourly"), People.Watching("Taiwan")));

        var subscriber = await ExplainAsync(service, asked == "(the id)" ? SubscriberId.Of(Me) : asked);

        Assert.Equal(
            [("asia", true, "Taiwan: in the title"), ("Taiwan", true, "Taiwan: in the title"), ("Storm", false, "Storm: nowhere")],
            subscriber.Subscriptions.Select(finding => (finding.Subscription.Name, finding.IsMatch, finding.Why)));
        var (trace, by) = Assert.Single(subscriber.Alerts);
        Assert.Equal((AlertStanding.Delivered, "immediate"), (trace.Standing, by?.Send));
        Assert.Equal(["Taiwan", "asia"], trace.Rules.Order(StringComparer.Ordinal));
        Assert.Equal("Accepted.", Assert.Single(trace.Delivery?.Attempts ?? []).Reason);
    }

    [Fact]
    public async Task Run_WaitsForADigest_UntilWhen()
    {
        await using var world = await World.StartAsync();
        using var service = await ServiceAsync(world, People.Person(Me, People.Watching("Taiwan", "daily 20:00"), People.Watching("Storm")));

        var (trace, by) = Assert.Single((await ExplainAsync(service, Me)).Alerts);

        Assert.Equal((AlertStanding.Pending, "next digest 20:00", "daily 20:00"), (trace.Standing, trace.Reason, by?.Send));
    }

    [Fact]
    public async Task Run_ToldAndUnsubscribedSince_StillTold()
    {
        await using var world = await World.StartAsync();
        using var service = await ServiceAsync(world, People.Person(Me, People.Watching("Taiwan")));
        await service.Get<Subscribers>().SetAsync(People.Person(Me, People.Watching("Storm", "hourly")));

        var (trace, by) = Assert.Single((await ExplainAsync(service, Me)).Alerts);

        Assert.Equal((AlertStanding.Delivered, null), (trace.Standing, by));
    }

    [Fact]
    public async Task Run_SubscribedAfterwards_NoAlertCame()
    {
        await using var world = await World.StartAsync();
        using var service = await ServiceAsync(world);
        await service.Get<Subscribers>().SetAsync(People.Person(Me, People.Watching("Taiwan")));

        var (trace, _) = Assert.Single((await ExplainAsync(service, Me)).Alerts);

        Assert.Equal(AlertStanding.None, trace.Standing);
        Assert.StartsWith("no alert has come here: the subscriptions are newer than the article", trace.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SuspendedOrOnlyAsked_SaysSo()
    {
        await using var world = await World.StartAsync();
        using var service = await ServiceAsync(
            world,
            People.Person(Me, People.Watching("Taiwan")) with { Suspended = new Suspension(world.Time.GetUtcNow(), "550 No such mailbox.") },
            People.Person("new@example.org") with { Pending = [People.Asking("Taiwan", world.Time.GetUtcNow().AddHours(48))] });

        var suspended = await ExplainAsync(service, Me);
        var asked = await ExplainAsync(service, "new@example.org");

        Assert.Equal(("550 No such mailbox.", 0), (suspended.Suspended?.Reason, suspended.Alerts.Count));
        Assert.Equal((1, 0, 0), (asked.Pending, asked.Subscriptions.Count, asked.Alerts.Count));
        Assert.False((await ExplainAsync(service, "nobody@example.org")).IsKnown);
    }

    [Theory]
    [InlineData("hidden", "the rule is not open to people who subscribe; Taiwan: in the title")]
    [InlineData("muted", "the rule is muted until 15 Mar 2026 09:26 UTC; Taiwan: in the title")]
    [InlineData("elsewhere", "the rule does not look at this feed; Taiwan: in the title")]
    [InlineData("gone", "alerts.yaml has no such rule any more")]
    public async Task Run_RuleThatTellsNobodyOutside_SaysWhy(string rule, string why)
    {
        await using var world = await World.StartAsync();
        using var service = await ServiceAsync(world, People.Person(Me, People.Following(rule)));

        var finding = Assert.Single((await ExplainAsync(service, Me)).Subscriptions);

        Assert.Equal((false, why), (finding.IsMatch, finding.Why));
    }

    [Fact]
    public async Task Run_FeedWithCredentials_OnlyDestinationsAreTold()
    {
        await using var world = await World.StartAsync();
        using var service = await ServiceAsync(world, People.Person(Me, People.Watching("Taiwan")));
        service.Configure(configuration => configuration with
        {
            Feeds = [.. configuration.Feeds.Select(feed => feed with { Credentials = FeedCredentials.Basic("me:secret") })],
        });

        var finding = Assert.Single((await ExplainAsync(service, Me)).Subscriptions);

        Assert.False(finding.IsMatch);
        Assert.StartsWith("its feed is read with credentials", finding.Why, StringComparison.Ordinal);
        Assert.Equal(0, (await ExplainAsync(service)).People);
    }

    // An article on Taiwan has been seen, and whoever was to be told at once has been told.
    private static async Task<TestService> ServiceAsync(World world, params Subscriber[] people)
    {
        world.Serve("/a", ("Taiwan talks", Link));
        world.Serve("/b");
        var service = world.Service(new RecordingChannel { Type = "email" }, ["/a", "/b"], ("asia", "Taiwan OR Japan"));
        service.Configure(configuration => configuration with
        {
            Rules =
            [
                .. configuration.Rules,
                configuration.Rules[0] with { Name = "hidden", Subscribe = false },
                configuration.Rules[0] with { Name = "muted", MutedUntil = world.Time.GetUtcNow().AddDays(1) },
                configuration.Rules[0] with { Name = "elsewhere", Feeds = ["/b"] },
            ],
        });
        foreach (var person in people)
        {
            await service.Get<Subscribers>().SetAsync(person);
        }

        await service.RunOnceAsync();
        return service;
    }

    private static async Task<SubscriberExplanation> ExplainAsync(TestService service, string subscriber) =>
        (await service.Get<ExplainArticle>().RunAsync(Link, rule: null, subscriber, Token)).Subscriber
        ?? throw new InvalidOperationException();

    private static Task<ArticleExplanation> ExplainAsync(TestService service) =>
        service.Get<ExplainArticle>().RunAsync(Link, rule: null, subscriber: null, Token);
}
