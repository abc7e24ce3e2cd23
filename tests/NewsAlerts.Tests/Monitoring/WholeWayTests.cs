using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.Messages;
using NewsAlerts.Messages.Texts;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Rules;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Monitoring;

public class WholeWayTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Run_SameArticleInThreeFeeds_OneAlertThatListsEveryRule()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Lavrov on Taiwan", "https://news.example/1?utm_source=a"));
        world.Serve("/b", ("Lavrov on Taiwan", "http://news.example/1"));
        world.Serve("/c", ("Lavrov on Taiwan", "https://news.example/1#top"));
        using var service = world.Service(new RecordingChannel(), ["/a", "/b", "/c"], ("one", "Lavrov"), ("two", "Taiwan"), ("three", "Japan"));

        await service.RunOnceAsync();

        var alert = Assert.Single(Assert.Single(service.Channel.Attempts).Alerts);
        Assert.Equal(["one", "two"], alert.Rules.Select(rule => rule.Name));
        Assert.Equal(["Lavrov", "Taiwan"], alert.Matched.Select(word => word.Text));
    }

    [Fact]
    public async Task Run_RuleAsksForSiteAndFeed_SaysWhatItMatched()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Storm", "https://www.news.example/1"));
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "site:news.example feed:\"/a\""), ("two", "site:other.example"));

        await service.RunOnceAsync();

        var alert = Assert.Single(Assert.Single(service.Channel.Attempts).Alerts);
        Assert.Equal(["one"], alert.Rules.Select(rule => rule.Name));
        Assert.Equal([(TextField.Feed, "/a"), (TextField.Site, "news.example")], alert.Matched.Select(word => (word.Field, word.Text)));
        Assert.Empty(AlertText.Of(alert, Languages.English).Title.Lit);
    }

    [Fact]
    public async Task Run_NothingNew_NothingIsTold()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();

        world.Time.Advance(FiveMinutes);
        world.Serve("/a", ("Taiwan", "https://news.example/1"), ("Other news", "https://news.example/2"));
        await service.RunOnceAsync();

        Assert.Single(service.Channel.Attempts);
    }

    [Fact]
    public async Task Run_ArticleTurnsUpInAnotherFeedLater_NotToldAgain()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        world.Serve("/b");
        using var service = world.Service(new RecordingChannel(), ["/a", "/b"], ("one", "Taiwan"));
        await service.RunOnceAsync();

        world.Time.Advance(TimeSpan.FromDays(3));
        world.Serve("/b", ("Taiwan, again", "https://news.example/1"));
        await service.RunOnceAsync();

        Assert.Single(service.Channel.Attempts);
    }

    [Theory]
    [InlineData("Taiwan quake 7.9", 2)]
    [InlineData("Taiwan quake 5.1", 1)]
    public async Task Run_SamePageUnderAnotherGuid_ToldAgainWhereItIsOtherNews(string title, int deliveries)
    {
        await using var world = await World.StartAsync();
        world.ServeGuids("/a", ("1", "Taiwan quake 5.1", "https://quakes.example/latest"));
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();

        world.Time.Advance(FiveMinutes);
        world.ServeGuids("/a", ("2", title, "https://quakes.example/latest"));
        await service.RunOnceAsync();

        Assert.Equal(deliveries, service.Channel.Attempts.Count);
    }

    [Fact]
    public async Task Run_FeedIsBroken_OthersAreToldAndItsErrorIsNamed()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        using var service = world.Service(new RecordingChannel(), ["/missing", "/a"], ("one", "Taiwan"));

        await service.RunOnceAsync();

        Assert.Single(service.Channel.Attempts);
        var status = await service.Get<ReadStatus>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal("answered 500 (InternalServerError)", status.Feeds[0].Error);
        Assert.Null(status.Feeds[1].Error);
    }

    [Fact]
    public async Task Run_ItemIsOldAtTheFirstPoll_NotTold()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        world.Time.Advance(TimeSpan.FromHours(25));
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));

        await service.RunOnceAsync();

        Assert.Empty(service.Channel.Attempts);
    }

    [Fact]
    public async Task Run_ProcessEndsBeforeAnyWrite_NothingIsLostOrToldTwice()
    {
        var crashes = 0;
        for (var write = 1; crashes == write - 1; write++)
        {
            await using var world = await World.StartAsync();
            world.Serve("/a", [.. Items("a", 4)]);
            world.Serve("/b", [.. Items("b", 4), .. Items("a", 2)]);
            using var service = world.Service(new RecordingChannel(), ["/a", "/b"], ("one", "Taiwan"));

            service.CrashBeforeWrite(write);
            await service.RunOnceAsync();
            crashes += service.Crashes;
            await AdvanceUntilIdleAsync(service);

            var deliveries = service.Channel.Attempts;
            var told = deliveries.SelectMany(delivery => delivery.Alerts.Select(alert => (delivery.Id, alert.Id))).Distinct().ToList();
            Assert.Equal(8, told.Count);
            Assert.Equal(8, told.Select(pair => pair.Item2).Distinct().Count());
            Assert.InRange(deliveries.Count - deliveries.Select(delivery => delivery.Id).Distinct().Count(), 0, 1);
            Assert.Equal(0, service.Poison);
        }

        Assert.True(crashes > 10, $"only {crashes} writes were tried");
    }

    [Fact]
    public async Task Run_TwoServicesShareTheWork_NothingIsToldTwice()
    {
        await using var world = await World.StartAsync();
        for (var feed = 0; feed < 20; feed++)
        {
            world.Serve($"/{feed}", [.. Items($"{feed}", 10)]);
        }

        using var service = world.Service(
            new RecordingChannel(), Enumerable.Range(0, 20).Select(feed => $"/{feed}"), ("one", "Taiwan"));
        await service.Get<SchedulePolls>().RunAsync(TestContext.Current.CancellationToken);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => WorkAsync(service), TestContext.Current.CancellationToken)));

        var told = service.Channel.Attempts.SelectMany(delivery => delivery.Alerts).Select(alert => alert.Id).ToList();
        Assert.Equal(200, told.Count);
        Assert.Equal(200, told.Distinct().Count());
    }

    [Fact]
    public async Task Send_FailsTenTimes_PoisonWithItsReasonAndReplaySendsTheSameDelivery()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        var channel = new RecordingChannel(attempt => attempt <= 10
            ? new DeliveryResult(DeliveryOutcome.Failed, "It is down.", 500)
            : new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();
        await AdvanceUntilIdleAsync(service);

        Assert.Equal(10, channel.Attempts.Count);
        var poison = await service.Get<PoisonMessages>().ListAsync(Queues.Alerts, TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal("not delivered to 'desk' in 10 attempts: It is down.", poison.Reason);

        await service.Get<PoisonMessages>().ReplayAsync(Queues.Alerts, TestContext.Current.CancellationToken);
        await service.RunOnceAsync();

        Assert.Equal(11, channel.Attempts.Count);
        Assert.Single(channel.Attempts.Select(attempt => attempt.Id).Distinct());
        Assert.Equal(0, service.Poison);
    }

    [Fact]
    public async Task Send_OneDeliveryIsRefused_TheOthersArrive()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", [.. Items("a", 9)]);
        var channel = new RecordingChannel(attempt => attempt == 1
            ? new DeliveryResult(DeliveryOutcome.Refused, "It is not to its taste.", 422)
            : new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));

        await service.RunOnceAsync();

        Assert.Equal(3, channel.Attempts.Count);
        Assert.Equal(1, service.Poison);
    }

    [Fact]
    public async Task Send_ManyDeliveriesFailByThemselves_TheOthersArriveAtOnce()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", [.. Items("a", 400)]);
        var channel = new RecordingChannel(attempt => attempt % 2 == 0
            ? new DeliveryResult(DeliveryOutcome.Failed, "It is not to its taste.", 500)
            : new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."))
        { Room = 1 };
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));

        await service.RunOnceAsync();

        Assert.Equal(400, channel.Attempts.Count);
        Assert.Equal(400, channel.Attempts.Select(attempt => attempt.Id).Distinct().Count());
    }

    [Fact]
    public async Task Send_DestinationIsNotKnownHereYet_WaitsAndIsTold()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));
        var configuration = service.Get<CurrentConfiguration>();
        var whole = configuration.Snapshot.Configuration;
        configuration.Replace(whole with { Destinations = [] });

        await service.RunOnceAsync();
        Assert.Equal(0, service.Poison);

        configuration.Replace(whole);
        world.Time.Advance(TimeSpan.FromMinutes(2));
        await service.RunOnceAsync();

        Assert.Single(service.Channel.Attempts);
        Assert.Equal(0, service.Poison);
    }

    [Fact]
    public async Task Send_DestinationLeftTheConfiguration_AlertsAreKeptAndReplayedWhenItIsBack()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));
        var configuration = service.Get<CurrentConfiguration>();
        var whole = configuration.Snapshot.Configuration;
        configuration.Replace(whole with { Destinations = [] });

        await service.RunOnceAsync();
        world.Time.Advance(TimeSpan.FromMinutes(2));
        await service.RunOnceAsync();
        Assert.Empty(service.Channel.Attempts);
        Assert.Equal(1, service.Poison);

        configuration.Replace(whole);
        await service.Get<PoisonMessages>().ReplayAsync(Queues.Alerts, TestContext.Current.CancellationToken);
        await service.RunOnceAsync();

        Assert.Single(service.Channel.Attempts);
        Assert.Equal(0, service.Poison);
    }

    [Theory]
    [InlineData(DeliveryOutcome.Gone, 410, "The receiver answered 410.")]
    [InlineData(DeliveryOutcome.NoSuchAddress, 550, "mail.example: 5.1.1 no such person")]
    public async Task Send_DestinationIsGone_NothingMoreIsSentAndNothingIsLost(DeliveryOutcome outcome, int code, string reason)
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", [.. Items("a", 9)]);
        var channel = new RecordingChannel(_ => new DeliveryResult(outcome, reason, code));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));

        await service.RunOnceAsync();
        await AdvanceUntilIdleAsync(service);

        Assert.Single(channel.Attempts);
        var status = await service.Get<ReadStatus>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(9, status.Destinations[0].Waiting);
        Assert.Equal(reason, status.Destinations[0].Disabled);
    }

    [Fact]
    public async Task Wake_DisabledDestinationHasAnotherAddress_WhatWaitedIsSent()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        var channel = new RecordingChannel(attempt => attempt == 1
            ? new DeliveryResult(DeliveryOutcome.Gone, "The receiver answered 410.", 410)
            : new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();
        Assert.Equal(0, await service.Get<SendDigests>().RunAsync(TestContext.Current.CancellationToken));

        service.Move("https://moved.example/");
        Assert.Equal(1, await service.Get<SendDigests>().RunAsync(TestContext.Current.CancellationToken));
        await service.RunOnceAsync();

        Assert.Equal(2, channel.Attempts.Count);
    }

    [Fact]
    public async Task Wake_MessageThatWasToWakeIsLost_OverdueDestinationIsWoken()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        var channel = new RecordingChannel(attempt => attempt == 1
            ? new DeliveryResult(DeliveryOutcome.Failed, "It is down.")
            : new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();
        Assert.Equal(0, await service.Get<SendDigests>().RunAsync(TestContext.Current.CancellationToken));
        world.Time.Advance(TimeSpan.FromSeconds(20));
        var lost = Assert.IsType<QueueMessage>(await service.NextAsync());
        await service.Queue.DeleteAsync(lost, TestContext.Current.CancellationToken);

        world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await service.Get<SendDigests>().RunAsync(TestContext.Current.CancellationToken));
        await service.RunOnceAsync();

        Assert.Equal(2, channel.Attempts.Count);
    }

    [Fact]
    public async Task Send_ReceiverAsksForAPause_WaitsThatLong()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", [.. Items("a", 6)]);
        var channel = new RecordingChannel(attempt => attempt == 1
            ? new DeliveryResult(DeliveryOutcome.RateLimited, "Slow down.", 429, TimeSpan.FromSeconds(90))
            : new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();

        world.Time.Advance(TimeSpan.FromSeconds(89));
        await service.RunOnceAsync();
        Assert.Single(channel.Attempts);

        world.Time.Advance(TimeSpan.FromSeconds(2));
        await service.RunOnceAsync();
        Assert.Equal(3, channel.Attempts.Count);
        Assert.Equal(6, channel.Attempts.Skip(1).SelectMany(attempt => attempt.Alerts).Select(alert => alert.Id).Distinct().Count());
    }

    [Fact]
    public async Task Send_ReceiverAsksForTenYears_TriedAgainAfterADay()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", [.. Items("a", 1)]);
        var channel = new RecordingChannel(attempt => attempt == 1
            ? new DeliveryResult(DeliveryOutcome.RateLimited, "Come back later.", 429, TimeSpan.FromDays(3650))
            : new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();

        world.Time.Advance(TimeSpan.FromHours(23));
        await WorkAsync(service);
        Assert.Single(channel.Attempts);

        world.Time.Advance(TimeSpan.FromHours(2));
        await WorkAsync(service);
        Assert.Equal(2, channel.Attempts.Count);
    }

    [Fact]
    public async Task Send_ChannelFailsUnforeseen_AFailedAttemptThatIsTriedAgain()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        var channel = new RecordingChannel(attempt => attempt == 1
            ? throw new InvalidOperationException("a bug")
            : new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();
        await AdvanceUntilIdleAsync(service);

        Assert.Equal(2, channel.Attempts.Count);
        Assert.Equal(0, service.Poison);
    }

    [Fact]
    public async Task Send_RefusedAndProcessEndsBeforeAnyWrite_OnlyWhatWasInFlightRepeats()
    {
        for (var write = 1; write < 40; write++)
        {
            await using var world = await World.StartAsync();
            world.Serve("/a", [.. Items("a", 9)]);
            var channel = new RecordingChannel(_ => new DeliveryResult(DeliveryOutcome.Refused, "It is not to its taste.", 422));
            using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
            service.CrashBeforeWrite(write);

            await service.RunOnceAsync();

            var ids = channel.Attempts.Select(attempt => attempt.Id).ToList();
            Assert.Equal(3, ids.Distinct().Count());
            Assert.InRange(ids.Count, 3, 4);
        }
    }

    [Fact]
    public async Task Replay_MessageComesTwice_SentOnce()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        var channel = new RecordingChannel(attempt => attempt == 1
            ? new DeliveryResult(DeliveryOutcome.Refused, "It is not to its taste.", 422)
            : new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        await service.RunOnceAsync();
        await service.Get<PoisonMessages>().ReplayAsync(Queues.Alerts, TestContext.Current.CancellationToken);

        await service.HandleAsync(Assert.IsType<QueueMessage>(await service.NextAsync()));
        service.Queue.ReleaseHeld();
        await service.RunOnceAsync();

        Assert.Equal(2, channel.Attempts.Count);
    }

    [Fact]
    public async Task Send_MessageThatPointsToNothing_IsUnreadableAndHoldsUpNobody()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));

        Assert.Throws<UnreadableMessageException>(() => DeliveryMessages.Read(
            """{"destination":"desk","alerts":[{"id":"00000000000000000000000000000001","index":0,"rules":["one"]}]}"""u8.ToArray()));
        await service.RunOnceAsync();

        Assert.Single(service.Channel.Attempts);
    }

    [Fact]
    public async Task Send_DeliveredButNoMoreForNow_TheRestWaits()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", [.. Items("a", 6)]);
        var channel = new RecordingChannel(_ => new DeliveryResult(DeliveryOutcome.Delivered, "Accepted.", 200, TimeSpan.FromSeconds(2)));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));

        await service.RunOnceAsync();
        Assert.Single(channel.Attempts);

        world.Time.Advance(TimeSpan.FromSeconds(4));
        await service.RunOnceAsync();
        Assert.Equal(2, channel.Attempts.Count);
    }

    private static IEnumerable<(string Title, string Link)> Items(string name, int count) =>
        Enumerable.Range(0, count).Select(number => ($"Taiwan {name} {number}", $"https://news.example/{name}/{number}"));

    private static async Task WorkAsync(TestService service)
    {
        while (await service.NextAsync() is { } message)
        {
            await service.HandleAsync(message);
            await service.Queue.DeleteAsync(message, CancellationToken.None);
        }
    }

    // Delayed messages wake later: an hour at a time, for longer than any delivery is tried.
    private static async Task AdvanceUntilIdleAsync(TestService service)
    {
        for (var hour = 0; hour < 100; hour++)
        {
            service.Time.Advance(TimeSpan.FromHours(1));
            while (await service.NextAsync() is { } message)
            {
                await service.HandleAsync(message);
                await service.Queue.DeleteAsync(message, CancellationToken.None);
            }
        }
    }
}
