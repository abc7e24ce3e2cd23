using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Configuration.Values;
using NewsAlerts.Delivery;
using NewsAlerts.Delivery.State;
using NewsAlerts.Explaining;
using NewsAlerts.Messages.Texts;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Tests.Delivery;

/// <summary>When alerts come, from a feed to a destination. The clock begins at 09:26:53 UTC on a Saturday, 14 March 2026.</summary>
public class TimingTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_SecondAlertWithinTheGroup_FollowsWithTheThirdAsOneMessage()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(), ["/a"], new DeliveryTiming { Group = TimeSpan.FromMinutes(20) }, ("one", "Taiwan"));
        await PollAsync(world, service, 3);
        Assert.Single(service.Channel.Attempts);
        Assert.Equal("held until 09:46 (to follow as one message)", await HeldAsync(service));

        world.Time.Advance(TimeSpan.FromMinutes(6));
        await service.RunOnceAsync();

        Assert.Equal([1, 2], service.Channel.Attempts.Select(delivery => delivery.Alerts.Count));
        Assert.All(service.Channel.Attempts, delivery => Assert.Null(delivery.Digest));
    }

    [Fact]
    public async Task CompleteGroups_ProcessIsAboutToEnd_WhatCameGoesAtOnce()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(), ["/a"], new DeliveryTiming { Group = TimeSpan.FromMinutes(20) }, ("one", "Taiwan"));
        await PollAsync(world, service, 3);

        Assert.Equal(1, await service.Get<SendDigests>().CompleteGroupsAsync(Cancellation));
        await service.RunOnceAsync();

        Assert.Equal([1, 2], service.Channel.Attempts.Select(delivery => delivery.Alerts.Count));
        Assert.Equal(0, await service.Get<SendDigests>().CompleteGroupsAsync(Cancellation));
    }

    [Fact]
    public async Task Send_QuietHours_HoldAndReleaseAsOne()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(
            new RecordingChannel(), ["/a"], World.AtOnce with { Quiet = QuietText.Parse("09:00-11:00") }, ("one", "Taiwan"));
        await PollAsync(world, service, 3);
        Assert.Empty(service.Channel.Attempts);
        Assert.Equal("held until 11:00 (quiet hours)", await HeldAsync(service));

        world.Time.Advance(TimeSpan.FromHours(1.5));
        await service.RunOnceAsync();

        var delivery = Assert.Single(service.Channel.Attempts);
        Assert.Equal(3, delivery.Alerts.Count);
        Assert.Equal("Digest of 14 Mar 09:26 to 11:11", delivery.Digest?.TitleIn(Languages.English));
    }

    [Fact]
    public async Task Send_RetryComesDueInQuietHours_WaitsForTheirEnd()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel(attempt => attempt == 1 ? new DeliveryResult(DeliveryOutcome.Failed, "It is down.") : Delivered);
        using var service = world.Service(channel, ["/a"], World.AtOnce with { Quiet = QuietText.Parse("09:27-11:00") }, ("one", "Taiwan"));
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        await service.RunOnceAsync();

        world.Time.Advance(TimeSpan.FromMinutes(30));
        await service.RunOnceAsync();
        Assert.Single(channel.Attempts);

        world.Time.Advance(TimeSpan.FromHours(2));
        await service.RunOnceAsync();
        Assert.Equal(2, channel.Attempts.Count);
    }

    [Fact]
    public async Task Send_DailyDigest_ByRuleNewestFirstEachItemOnce()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel { Room = 9 }, ["/a", "/b"], Daily, ("Taiwan", "Taiwan"), ("Japan", "Japan"));
        world.Serve("/a", ("Japan 1", "https://news.example/1"));
        world.Serve("/b");
        await service.RunOnceAsync();
        world.Time.Advance(FiveMinutes);
        world.Serve("/a", ("Taiwan 2", "https://news.example/2"), ("Japan and Taiwan 3", "https://news.example/3"));
        await service.RunOnceAsync();
        world.Time.Advance(FiveMinutes);
        world.Serve("/b", ("Japan 4", "https://news.example/4"), ("Japan and Taiwan 3", "https://news.example/3"), ("Taiwan 5", "https://news.example/5"));
        await service.RunOnceAsync();
        Assert.Equal("next digest 12:00", await HeldAsync(service));

        world.Time.Advance(TimeSpan.FromHours(2.5));
        await service.RunOnceAsync();

        var delivery = Assert.Single(service.Channel.Attempts);
        Assert.Equal(["Taiwan 5", "Taiwan 2", "Japan and Taiwan 3", "Japan 4", "Japan 1"], delivery.Alerts.Select(alert => alert.Item.Title));
        Assert.Equal(["Taiwan", "Japan"], delivery.Alerts[2].Rules.Select(rule => rule.Name));
        Assert.Equal("Digest of 13 Mar 12:00 to 14 Mar 12:00", delivery.Digest?.TitleIn(Languages.English));
    }

    [Fact]
    public async Task Wake_RunsWereMissed_OneDigestAndWhatCameAfterItIsInTheNext()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(), ["/a"], Daily, ("one", "Taiwan"));
        await PollAsync(world, service, 2);
        service.Queue.DeleteAll();

        world.Time.Advance(TimeSpan.FromHours(3));
        Assert.Equal(1, await service.Get<SendDigests>().RunAsync(Cancellation));
        await PollAsync(world, service, 1, first: 2);
        Assert.Equal(2, Assert.Single(service.Channel.Attempts).Alerts.Count);
        Assert.Equal("next digest 12:00", await HeldAsync(service));

        world.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(1, await service.Get<SendDigests>().RunAsync(Cancellation));
        await service.RunOnceAsync();

        Assert.Equal([2, 1], service.Channel.Attempts.Select(delivery => delivery.Alerts.Count));
        Assert.Equal(0, await service.Get<SendDigests>().RunAsync(Cancellation));
    }

    [Fact]
    public async Task Wake_ConfigurationTellsAtOnceNow_WhatWaitedIsTold()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(), ["/a"], Daily, ("one", "Taiwan"));
        await PollAsync(world, service, 1);
        Assert.Equal(0, await service.Get<SendDigests>().RunAsync(Cancellation));

        service.Configure(whole => whole with { Destinations = [whole.Destinations[0] with { Timing = World.AtOnce }] });
        Assert.Equal(1, await service.Get<SendDigests>().RunAsync(Cancellation));
        await service.RunOnceAsync();

        Assert.Null(Assert.Single(service.Channel.Attempts).Digest);
    }

    [Fact]
    public async Task Send_DigestOfMoreThanPeopleRead_FiveMessagesAndACount()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel { Room = 10, IsForPeople = true }, ["/a"], Daily, ("one", "Taiwan"));
        await PollAsync(world, service, 1, items: 62);

        world.Time.Advance(TimeSpan.FromHours(3));
        await service.RunOnceAsync();

        Assert.Equal([10, 10, 10, 10, 10], service.Channel.Attempts.Select(delivery => delivery.Alerts.Count));
        Assert.Equal([0, 0, 0, 0, 12], service.Channel.Attempts.Select(delivery => delivery.Digest?.More ?? -1));
        Assert.EndsWith("(5 of 5)", service.Channel.Attempts[4].Digest?.TitleIn(Languages.English), StringComparison.Ordinal);
        Assert.Null(await HeldAsync(service));
    }

    [Fact]
    public async Task Send_DigestForAProgram_EveryAlert()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel { Room = 10 }, ["/a"], Daily, ("one", "Taiwan"));
        await PollAsync(world, service, 1, items: 362);

        world.Time.Advance(TimeSpan.FromHours(3));
        await service.RunOnceAsync();

        Assert.Equal(362, service.Channel.Attempts.SelectMany(delivery => delivery.Alerts).Select(alert => alert.Id).Distinct().Count());
        Assert.All(service.Channel.Attempts, delivery => Assert.Equal(0, delivery.Digest?.More));
    }

    [Fact]
    public async Task Send_MoreThanTheHourMayHave_TheRestIsADigestOnceItHasRoom()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel { Room = 99 }, ["/a"], World.AtOnce with { MostAnHour = 2 }, ("one", "Taiwan"));
        await PollAsync(world, service, 5);
        Assert.Equal(2, service.Channel.Attempts.Count);
        Assert.Equal("held until 10:26 (2 messages in an hour are the most)", await HeldAsync(service));

        await PollAsync(world, service, 9, first: 5);

        var times = service.Channel.Attempts.Select(delivery => delivery.Now).ToList();
        Assert.Equal([1, 1, 11, 1], service.Channel.Attempts.Select(delivery => delivery.Alerts.Count));
        Assert.NotNull(service.Channel.Attempts[2].Digest);
        Assert.All(times, time => Assert.InRange(times.Count(other => other <= time && time - other < TimeSpan.FromHours(1)), 1, 2));
    }

    [Fact]
    public async Task Send_DigestIsLargerThanTheRoomOfTheHour_NothingIsOnlyCounted()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(
            new RecordingChannel { Room = 3, IsForPeople = true }, ["/a"], World.AtOnce with { MostAnHour = 2 }, ("one", "Taiwan"));
        await PollAsync(world, service, 10, items: 2);

        for (var minute = 0; minute < 600; minute += 5)
        {
            world.Time.Advance(FiveMinutes);
            await service.RunOnceAsync();
        }

        Assert.Equal(20, service.Channel.Attempts.Sum(delivery => delivery.Alerts.Count));
        Assert.All(service.Channel.Attempts, delivery => Assert.Equal(0, delivery.Digest?.More ?? 0));
        Assert.InRange(service.Channel.Attempts.Count, 7, 9);
    }

    [Fact]
    public async Task Send_MutedRule_TellsNothingAndNothingAfterwards()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(), ["/a", "/b"], ("one", "Taiwan"), ("two", "Japan"));
        service.Configure(whole => whole with { Rules = [whole.Rules[0] with { MutedUntil = world.Time.GetUtcNow().AddHours(1) }, whole.Rules[1]] });
        world.Serve("/a", ("Taiwan", "https://news.example/1"), ("Taiwan and Japan", "https://news.example/2"));
        world.Serve("/b");
        await service.RunOnceAsync();

        var alert = Assert.Single(Assert.Single(service.Channel.Attempts).Alerts);
        Assert.Equal(("Taiwan and Japan", "two"), (alert.Item.Title, Assert.Single(alert.Rules).Name));
        var why = Assert.Single((await service.Get<ExplainArticle>().RunAsync("https://news.example/1", rule: null, subscriber: null, Cancellation)).Alerts);
        Assert.Equal((AlertStanding.Muted, "'one' was muted when it came, and what was muted is not told afterwards"), (why.Standing, why.Reason));

        // The same article, in another feed, once the rule tells again; and one that is new.
        world.Time.Advance(TimeSpan.FromHours(2));
        world.Serve("/b", ("Taiwan", "https://news.example/1"), ("More of Taiwan", "https://news.example/3"));
        await service.RunOnceAsync();

        Assert.Equal(["More of Taiwan"], service.Channel.Attempts.Skip(1).SelectMany(delivery => delivery.Alerts).Select(told => told.Item.Title));
    }

    [Fact]
    public async Task Send_RuleIsMutedBeforeTheDigestIsDue_TheDigestIsWithoutIt()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel(), ["/a"], Daily, ("one", "Taiwan"), ("two", "Japan"));
        world.Serve("/a", ("Taiwan", "https://news.example/1"), ("Japan", "https://news.example/2"));
        await service.RunOnceAsync();
        service.Configure(whole => whole with { Rules = [whole.Rules[0] with { MutedUntil = world.Time.GetUtcNow().AddDays(1) }, whole.Rules[1]] });

        world.Time.Advance(TimeSpan.FromHours(3));
        await service.RunOnceAsync();

        Assert.Equal("Japan", Assert.Single(Assert.Single(service.Channel.Attempts).Alerts).Item.Title);
    }

    [Theory]
    [InlineData("immediate", "20/h", "00:00-00:01")]
    [InlineData("immediate", "3/h", "09:00-10:00")]
    [InlineData("daily 12:00", null, "00:00-00:01")]
    [InlineData("hourly", null, "10:30-11:30")]
    public async Task Run_ProcessEndsBeforeAnyWrite_NothingIsLostOrToldTwice(string send, string? most, string quiet)
    {
        var timing = new DeliveryTiming
        {
            Digests = ScheduleText.Parse(send),
            MostAnHour = most is null ? null : RateText.Parse(most)?.Count,
            Quiet = QuietText.Parse(quiet),
        };
        var crashes = 0;
        for (var write = 1; crashes == write - 1; write++)
        {
            await using var world = await World.StartAsync();
            using var service = world.Service(new RecordingChannel { IsForPeople = true }, ["/a"], timing, ("one", "Taiwan"));
            service.CrashBeforeWrite(write);
            await PollAsync(world, service, 3);
            for (var hour = 0; hour < 30; hour++)
            {
                world.Time.Advance(TimeSpan.FromHours(0.5));
                await service.WakeAsync();
                await service.RunOnceAsync();
            }

            crashes += service.Crashes;
            var told = service.Channel.Attempts.SelectMany(delivery => delivery.Alerts.Select(alert => (Delivery: delivery.Id, alert.Id))).Distinct().ToList();
            Assert.Equal(3, told.Count);
            Assert.Equal(3, told.Select(pair => pair.Id).Distinct().Count());
            Assert.InRange(service.Channel.Attempts.Count - service.Channel.Attempts.Select(delivery => delivery.Id).Distinct().Count(), 0, 1);
            Assert.Equal(0, service.Poison);
        }

        Assert.True(crashes > 10, $"only {crashes} writes were tried");
    }

    [Fact]
    public async Task Send_TwoInstancesAtOnce_OneFirstMessageAndOneGroup()
    {
        await using var world = await World.StartAsync();
        var feeds = Enumerable.Range(0, 20).Select(feed => $"/{feed}").ToList();
        feeds.ForEach(feed => world.Serve(feed, [.. Enumerable.Range(0, 2).Select(item => ($"Taiwan {item}", $"https://news.example{feed}/{item}"))]));
        using var service = world.Service(new RecordingChannel { Room = 1000 }, feeds, new DeliveryTiming(), ("one", "Taiwan"));
        using var other = service.Beside();
        await service.Get<SchedulePolls>().RunAsync(Cancellation);
        await WorkTogetherAsync(service, other);
        Assert.Single(service.Channel.Attempts);

        world.Time.Advance(TimeSpan.FromSeconds(32));
        await WorkTogetherAsync(service, other);

        Assert.InRange(service.Channel.Attempts.Count, 1, 2);
        Assert.Equal(40, service.Channel.Attempts.SelectMany(delivery => delivery.Alerts).Select(alert => alert.Id).Distinct().Count());
        Assert.Equal(40, service.Channel.Attempts.Sum(delivery => delivery.Alerts.Count));
    }

    [Fact]
    public async Task Send_TwoInstancesWakeAtOnce_OneDigest()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(new RecordingChannel { Room = 9 }, ["/a"], Daily, ("one", "Taiwan"));
        using var other = service.Beside();
        await PollAsync(world, service, 2);
        world.Time.Advance(TimeSpan.FromHours(3));
        foreach (var instance in (TestService[])[service, other, service, other])
        {
            await instance.Get<SendDigests>().RunAsync(Cancellation);
        }

        await WorkTogetherAsync(service, other);

        Assert.Equal(2, Assert.Single(service.Channel.Attempts).Alerts.Count);
    }

    [Fact]
    public async Task Send_TenFailuresInARow_OneDeliveryIsTriedNowAndThenUntilOneSucceeds()
    {
        await using var world = await World.StartAsync();
        var isDown = true;
        var channel = new RecordingChannel { Room = 1, AnswerTo = _ => isDown ? new DeliveryResult(DeliveryOutcome.Failed, "It is down.") : null };
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        await PollAsync(world, service, 1, items: 100);
        Assert.Equal(10, channel.Attempts.Count);

        // At most one try for each probe, at distances from 30 s to an hour.
        for (var minute = 0; minute < 180; minute++)
        {
            world.Time.Advance(TimeSpan.FromMinutes(1));
            await service.RunOnceAsync();
        }

        Assert.InRange(channel.Attempts.Count, 15, 20);
        Assert.Matches("^1[0-9] failures in a row: one delivery is tried 1[0-9]:[0-9]{2}$", await HeldAsync(service));
        Assert.Equal(0, service.Poison);

        isDown = false;
        world.Time.Advance(TimeSpan.FromHours(1.2));
        await service.RunOnceAsync();
        world.Time.Advance(TimeSpan.FromHours(6));
        await service.RunOnceAsync();

        var delivered = channel.Attempts.Skip(10).GroupBy(delivery => delivery.Id).Count();
        Assert.InRange(delivered, 90, 100);
        Assert.Equal(0, (await service.Get<ReadStatus>().RunAsync(Cancellation)).Destinations[0].Waiting);
    }

    [Fact]
    public async Task Send_OneDestinationIsDead_TheOtherIsToldAtOnce()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel
        {
            Room = 1,
            AnswerTo = destination => destination.Name == "desk" ? new DeliveryResult(DeliveryOutcome.Failed, "It is down.") : null,
        };
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        service.Configure(whole => whole with
        {
            Rules = [whole.Rules[0] with { Notify = ["desk", "other"] }],
            Destinations = [whole.Destinations[0], whole.Destinations[0] with { Name = "other" }],
        });

        await PollAsync(world, service, 1, items: 40);

        Assert.Equal(50, channel.Attempts.Count);
        var status = await service.Get<ReadStatus>().RunAsync(Cancellation);
        Assert.Equal([40, 0], status.Destinations.Select(destination => destination.Waiting));
        Assert.Equal(40, status.Destinations[1].Delivered);
    }

    [Fact]
    public async Task Send_Pace_LongOnesAreLeftForLater()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(
            new RecordingChannel { Room = 1 }, ["/a"], World.AtOnce with { Pace = TimeSpan.FromSeconds(30) }, ("one", "Taiwan"));
        await PollAsync(world, service, 1, items: 3);
        Assert.Single(service.Channel.Attempts);

        await service.RunOnceAsync();
        Assert.Equal(2, service.Channel.Attempts.Count);
    }

    [Fact]
    public async Task Send_Pace_ShortOnesAreWaitedFor()
    {
        await using var world = await World.StartAsync();
        using var service = world.Service(
            new RecordingChannel { Room = 1 }, ["/a"], World.AtOnce with { Pace = TimeSpan.FromSeconds(1) }, ("one", "Taiwan"));
        world.Serve("/a", ("Taiwan 1", "https://news.example/1"), ("Taiwan 2", "https://news.example/2"), ("Taiwan 3", "https://news.example/3"));

        var run = service.RunOnceAsync();
        for (var round = 0; round < 2_000 && !run.IsCompleted; round++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), Cancellation);
            world.Time.Advance(TimeSpan.FromMilliseconds(service.Channel.Attempts.Count == 0 ? 0 : 100));
        }

        await run;
        var times = service.Channel.Attempts.Select(delivery => delivery.Now).ToList();
        Assert.Equal(3, times.Count);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public async Task Send_MuchWaitsForADeadDestination_AllOfItIsSentOnceItIsMended()
    {
        await using var world = await World.StartAsync();
        var isGone = true;
        var channel = new RecordingChannel { Room = 10_000, AnswerTo = _ => isGone ? new DeliveryResult(DeliveryOutcome.Gone, "The receiver answered 410.") : null };
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));
        await PollAsync(world, service, 1);
        var states = service.Get<DestinationStates>();
        var alert = (await states.ReadAsync("desk", Cancellation))?.Planned[0].Alerts[0];
        Assert.NotNull(alert);
        await states.UpdateAsync(
            "desk",
            (state, _) => Task.FromResult<DestinationState?>(state with
            {
                Pending = [.. Enumerable.Range(0, 8_000).Select(i => alert with { Id = $"{i:x32}", At = world.Time.GetUtcNow().AddDays(-9).AddMinutes(i) })],
            }),
            Cancellation);

        await PollAsync(world, service, 1, first: 1);

        Assert.Equal(8_001, (await states.ReadAsync("desk", Cancellation))?.Waiting);
        Assert.Equal(0, service.Poison);

        isGone = false;
        service.Move("https://moved.example/");
        await service.Get<SendDigests>().RunAsync(Cancellation);
        await service.RunOnceAsync();

        Assert.Equal(8_002, channel.Attempts.SelectMany(delivery => delivery.Alerts).Select(told => told.Id).Distinct().Count());
        Assert.Equal(0, service.Poison);
    }

    private static DeliveryTiming Daily => new() { Digests = ScheduleText.Parse("daily 12:00") };

    private static DeliveryResult Delivered => new(DeliveryOutcome.Delivered, "Accepted.");

    private static async Task<string?> HeldAsync(TestService service) =>
        (await service.Get<ReadStatus>().RunAsync(Cancellation)).Destinations[0].Held;

    // Each poll brings new items; the clock stands five minutes after the last one.
    private static async Task PollAsync(World world, TestService service, int polls, int first = 0, int items = 1)
    {
        for (var poll = first; poll < first + polls; poll++)
        {
            world.Serve("/a", [.. Enumerable.Range(0, items).Select(item => ($"Taiwan {poll}-{item}", $"https://news.example/{poll}/{item}"))]);
            await service.RunOnceAsync();
            world.Time.Advance(FiveMinutes);
        }
    }

    private static Task WorkTogetherAsync(params TestService[] instances) => Task.WhenAll(instances.Concat(instances).Select(instance => Task.Run(
        async () =>
        {
            while (await instance.NextAsync() is { } message)
            {
                await instance.HandleAsync(message);
                await instance.Queue.DeleteAsync(message, Cancellation);
            }
        },
        Cancellation)));
}
