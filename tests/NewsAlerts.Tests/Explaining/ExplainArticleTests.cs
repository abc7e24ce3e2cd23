using NewsAlerts.Channels;
using NewsAlerts.Delivery.State;
using NewsAlerts.Explaining;
using NewsAlerts.Rules.Explaining;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Explaining;

public class ExplainArticleTests
{
    private const string Link = "https://news.example/1";

    private static readonly DeliveryResult Down = new(DeliveryOutcome.Failed, "It is down.");

    [Fact]
    public async Task Run_Told_DeliveryAndRules()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan talks", Link));
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"), ("two", "Taiwan Lavrov"));
        await service.RunOnceAsync();

        var explanation = await ExplainAsync(service, "http://news.example/1?utm_source=x");

        var sighting = Assert.Single(explanation.Sightings);
        Assert.Equal("/a", sighting.Feed);
        Assert.Equal([true, false], sighting.Rules.Select(rule => rule.IsMatch));
        Assert.Equal("Taiwan: in the title; Lavrov: nowhere", QueryFindingText.Of(sighting.Rules[1].Finding));
        var alert = Assert.Single(explanation.Alerts);
        Assert.Equal((AlertStanding.Delivered, "desk", "one"), (alert.Standing, alert.Destination, Assert.Single(alert.Rules)));
        Assert.Equal("Accepted.", Assert.Single(alert.Delivery?.Attempts ?? []).Reason);
        Assert.Null(alert.ToldThrough);
    }

    [Fact]
    public async Task Run_IdOfAWebhook_ThatItem()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan talks", Link), ("Taiwan votes", "https://news.example/2"));
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();
        var told = service.Channel.Attempts.SelectMany(delivery => delivery.Alerts).Single(alert => alert.Item.Title == "Taiwan votes");

        var explanation = await ExplainAsync(service, told.ItemId);

        Assert.Equal("Taiwan votes", Assert.Single(explanation.Sightings).Item.Item.Title);
        Assert.Equal(told.Id, Assert.Single(explanation.Alerts).Id);
    }

    [Fact]
    public async Task Run_ToldAndMergedSince_TheSame()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan talks", Link));
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();
        for (var day = 0; day < 14; day++)
        {
            world.Time.Advance(TimeSpan.FromDays(1));
            await service.HousekeepAsync();
        }

        var explanation = await ExplainAsync(service, "taiwan TALKS");

        Assert.Equal("Taiwan talks", Assert.Single(explanation.Sightings).Item.Item.Title);
        Assert.Equal(AlertStanding.Delivered, Assert.Single(explanation.Alerts).Standing);
        Assert.NotNull(explanation.Alerts[0].Delivery);
    }

    [Fact]
    public async Task Run_SameStoryInAnotherFeed_SaysThroughWhich()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan talks", Link));
        world.Serve("/b");
        using var service = world.Service(new RecordingChannel(), ["/a", "/b"], ("one", "Taiwan"));
        await service.RunOnceAsync();
        world.Time.Advance(TimeSpan.FromHours(1));
        world.Serve("/b", ("Talks on Taiwan: what was said", Link));
        await service.RunOnceAsync();

        var explanation = await ExplainAsync(service, "what was said");

        Assert.Equal("/b", Assert.Single(explanation.Sightings).Feed);
        var alert = Assert.Single(explanation.Alerts);
        Assert.Equal((AlertStanding.Delivered, "Taiwan talks"), (alert.Standing, alert.ToldThrough?.Item.Title));
    }

    [Fact]
    public async Task Run_DeliveryFails_WaitsForItsNextTry()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan talks", Link));
        using var service = world.Service(new RecordingChannel(_ => Down), ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();

        var alert = Assert.Single((await ExplainAsync(service, Link)).Alerts);

        Assert.Equal((AlertStanding.Retrying, "It is down."), (alert.Standing, alert.Reason));
        Assert.InRange(alert.NextTry ?? default, world.Time.GetUtcNow().AddSeconds(5), world.Time.GetUtcNow().AddSeconds(6));
    }

    [Fact]
    public async Task Run_Refused_SaysThatItWasGivenUp()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan talks", Link));
        using var service = world.Service(
            new RecordingChannel(_ => new DeliveryResult(DeliveryOutcome.Refused, "Too large.")), ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();

        Assert.Equal(AlertStanding.Poisoned, Assert.Single((await ExplainAsync(service, Link)).Alerts).Standing);
    }

    [Fact]
    public async Task Run_DestinationIsDisabled_SaysWhy()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan talks", Link));
        using var service = world.Service(
            new RecordingChannel(_ => new DeliveryResult(DeliveryOutcome.Gone, "It answered 410.")), ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();

        var alert = Assert.Single((await ExplainAsync(service, Link)).Alerts);

        Assert.Equal(AlertStanding.Retrying, alert.Standing);
        Assert.Equal("the destination is disabled until its address changes: It answered 410.", alert.Reason);
        Assert.Null(alert.NextTry);
    }

    [Fact]
    public async Task Run_WaitsBehindManyOthersForADeadDestination_SaysSo()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan strait", "https://news.example/0"));
        var channel = new RecordingChannel { AnswerTo = _ => new DeliveryResult(DeliveryOutcome.Gone, "It is gone.") };
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();
        world.Time.Advance(TimeSpan.FromHours(1));
        world.Serve("/a", ("Taiwan talks", Link));
        await service.RunOnceAsync();
        await FillAsync(service, world);
        world.Time.Advance(TimeSpan.FromHours(1));
        world.Serve("/a", ("Taiwan vote", "https://news.example/2"));
        await service.RunOnceAsync();

        var alert = Assert.Single((await ExplainAsync(service, Link)).Alerts);

        Assert.Equal((AlertStanding.Pending, "one"), (alert.Standing, Assert.Single(alert.Rules)));
        Assert.Equal("the destination is disabled until its address changes: It is gone.", alert.Reason);
    }

    [Fact]
    public async Task Run_OldAtTheFirstPoll_SaysSo()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan talks", Link));
        world.Time.Advance(TimeSpan.FromHours(30));
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();

        var alert = Assert.Single((await ExplainAsync(service, Link)).Alerts);

        Assert.Equal((AlertStanding.Quiet, "it was old at the first poll of its feed"), (alert.Standing, alert.Reason));
    }

    [Fact]
    public async Task Run_NothingMatches_NoAlert()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan talks", Link));
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Japan"));
        await service.RunOnceAsync();

        var explanation = await ExplainAsync(service, Link);

        Assert.False(Assert.Single(Assert.Single(explanation.Sightings).Rules).IsMatch);
        Assert.Empty(explanation.Alerts);
    }

    [Fact]
    public async Task Run_NeverSeen_ClosestTitlesAndTheFeedsOfItsSite()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan talks begin in Tokyo", Link), ("Weather in Tokyo", "https://news.example/2"));
        using var service = world.Service(new RecordingChannel(), ["/a", "/missing"], ("one", "Taiwan"));
        await service.RunOnceAsync();

        var byTitle = await ExplainAsync(service, "Taiwan talks end in Tokyo");
        Assert.Empty(byTitle.Sightings);
        Assert.Equal("Taiwan talks begin in Tokyo", byTitle.Closest[0].Item.Item.Title);
        Assert.Equal("answered 500 (InternalServerError)", Assert.Single(byTitle.Feeds).Error);

        var byLink = await ExplainAsync(service, world.Url("/articles/7"));
        Assert.Empty(byLink.Closest);
        Assert.Equal(["/a", "/missing"], byLink.Feeds.Select(feed => feed.Name));
        Assert.Empty((await ExplainAsync(service, "https://elsewhere.example/7")).Feeds);
    }

    // Before the alert that waits there are so many others that it is on a page.
    private static async Task FillAsync(TestService service, World world)
    {
        var states = service.Get<DestinationStates>();
        await states.UpdateAsync(
            "desk",
            (state, _) => Task.FromResult<DestinationState?>(state with
            {
                Pending = [.. Enumerable.Range(0, 8_000).Select(i => state.Pending[0] with { Id = $"{i:x32}", At = world.Time.GetUtcNow() }), .. state.Pending],
            }),
            TestContext.Current.CancellationToken);
    }

    private static Task<ArticleExplanation> ExplainAsync(TestService service, string asked) =>
        service.Get<ExplainArticle>().RunAsync(asked, rule: null, subscriber: null, TestContext.Current.CancellationToken);
}
