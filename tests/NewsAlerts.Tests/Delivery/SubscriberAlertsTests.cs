using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.Delivery.State;
using NewsAlerts.Messages;
using NewsAlerts.Monitoring;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Tests.Subscriptions;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Delivery;

/// <summary>What people who subscribe by themselves are told. The clock begins at 09:26:53 UTC on a Saturday.</summary>
public class SubscriberAlertsTests
{
    private const string Me = "me@example.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OwnQueryAndRule_OneEmailThatSaysWhyInTheirLanguage()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        await SubscribeAsync(service, People.Person(Me, People.Watching("Lavrov speaks"), People.Following("asia")) with { Language = "de" });
        world.Serve("/a", ("Lavrov speaks on Taiwan", "https://news.example/1"), ("Storm", "https://news.example/2"));

        await service.RunOnceAsync();

        var alert = Assert.Single(Told(service, Me));
        Assert.Equal([("Lavrov speaks", "Lavrov speaks"), ("asia", "Taiwan OR Japan")], alert.Rules.Select(rule => (rule.Name, rule.When)));
        Assert.Equal([("Lavrov speaks", "Lavrov"), ("Lavrov speaks", "speaks"), ("asia", "Taiwan")], alert.Matched.Select(word => (word.Rule, word.Text)));
        Assert.Equal("de", Assert.Single(service.Channel.Sent, sent => sent.To.To == Me).To.Language);
        Assert.Equal(2, service.Channel.Attempts.Count);
    }

    [Fact]
    public async Task Run_QueryIsWrittenLikeARulesName_ItIsTheQuery()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        await SubscribeAsync(service, People.Person(Me, People.Watching("asia")));
        world.Serve("/a", ("News from Asia", "https://news.example/1"));

        await service.RunOnceAsync();

        var alert = Assert.Single(Told(service, Me));
        Assert.Equal(("asia", "asia"), (alert.Rules[0].Name, alert.Rules[0].When));
        Assert.Equal("Asia", Assert.Single(alert.Matched).Text);
    }

    [Fact]
    public async Task Run_FeedWithCredentialsOrHiddenOrMutedRule_TellsNobodyOutside()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        service.Configure(configuration => configuration with
        {
            Feeds = [.. configuration.Feeds.Select(feed => feed with { Credentials = feed.Name == "/b" ? FeedCredentials.Basic("me:secret") : null })],
            Rules =
            [
                .. configuration.Rules,
                configuration.Rules[0] with { Name = "hidden", Subscribe = false },
                configuration.Rules[0] with { Name = "muted", MutedUntil = world.Time.GetUtcNow().AddDays(1) },
            ],
        });
        await SubscribeAsync(service, People.Person(Me, People.Watching("Storm"), People.Following("asia"), People.Following("hidden"), People.Following("muted")));
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        world.Serve("/b", ("Storm in Taiwan", "https://news.example/2"));

        await service.RunOnceAsync();

        var alert = Assert.Single(Told(service, Me));
        Assert.Equal(("Taiwan", "asia"), (alert.Item.Title, Assert.Single(alert.Rules).Name));
        Assert.Equal(2, service.Channel.Sent.Where(sent => sent.To.Name == "desk").Sum(sent => sent.Delivery.Alerts.Count));
    }

    [Fact]
    public async Task Run_StoryComesAgainForAnotherSchedule_IsToldOnce()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan votes", "hourly"), People.Watching("Election")));
        world.Serve("/a", ("Taiwan votes", "https://news.example/1"));
        await service.RunOnceAsync();
        Assert.Empty(Told(service, Me));

        world.Time.Advance(TimeSpan.FromMinutes(10));
        world.Serve("/b", ("Election", "https://news.example/1"));
        await service.RunOnceAsync();
        Assert.Single(Told(service, Me));

        await WorkUntilAsync(world, service, TimeSpan.FromHours(2));
        Assert.Single(Told(service, Me));
    }

    [Fact]
    public async Task Run_DailyInTheirTimeZone_WaitsForTheDigestOfTheirMorning()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan", "daily 20:00", "Asia/Taipei")));
        world.Serve("/a", ("Taiwan 1", "https://news.example/1"), ("Taiwan 2", "https://news.example/2"));
        await service.RunOnceAsync();

        world.Time.Advance(TimeSpan.FromHours(2));
        await service.WakeAsync();
        await service.RunOnceAsync();
        Assert.Empty(Told(service, Me));

        await WorkUntilAsync(world, service, TimeSpan.FromHours(1));
        var digest = Assert.Single(service.Channel.Attempts, delivery => delivery.Digest is not null);
        Assert.Equal((2, "Asia/Taipei"), (digest.Alerts.Count, digest.Digest?.TimeZone));
    }

    [Fact]
    public async Task Run_UnsubscribedWhileAlertsWait_NothingIsToldAndNothingIsPoison()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan", "daily 12:00"), People.Watching("Japan", "daily 12:00")));
        await SubscribeAsync(service, People.Person("other@example.org", People.Watching("Taiwan", "daily 12:00")));
        world.Serve("/a", ("Taiwan", "https://news.example/1"), ("Japan and Taiwan", "https://news.example/2"));
        await service.RunOnceAsync();

        await SubscribeAsync(service, People.Person(Me, People.Watching("Japan", "daily 12:00")));
        await service.Get<Subscribers>().UpdateAsync(SubscriberId.Of("other@example.org"), _ => null, Token);
        await WorkUntilAsync(world, service, TimeSpan.FromHours(3));

        var alert = Assert.Single(Told(service, Me));
        Assert.Equal(("Japan and Taiwan", "Japan"), (alert.Item.Title, Assert.Single(alert.Rules).Name));
        Assert.Empty(Told(service, "other@example.org"));
        Assert.Equal(0, service.Poison);
        Assert.DoesNotContain(
            await service.Get<DestinationStates>().ListAsync(Token).ToListAsync(Token),
            listed => listed.Name.StartsWith(SubscriberName.Of(SubscriberId.Of("other@example.org")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_ScheduleChangesWhileAlertsWait_TheyGoByTheNewOne()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan", "daily 12:00"), People.Watching("Japan", "daily 12:00")));
        world.Serve("/a", ("Taiwan", "https://news.example/1"), ("Japan", "https://news.example/2"));
        await service.RunOnceAsync();

        await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan", "daily 14:00")));
        await WorkUntilAsync(world, service, TimeSpan.FromHours(3));
        Assert.Empty(Told(service, Me));

        await WorkUntilAsync(world, service, TimeSpan.FromHours(2));
        Assert.Equal("Taiwan", Assert.Single(Told(service, Me)).Item.Title);
    }

    [Fact]
    public async Task Run_ScheduleOfOneChangesWhileAlertsWaitAndAnotherKeepsIt_NothingIsLost()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan", "daily 12:00"), People.Watching("Japan", "daily 12:00")));
        world.Serve("/a", ("Taiwan", "https://news.example/1"), ("Japan", "https://news.example/2"));
        await service.RunOnceAsync();

        await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan", "daily 14:00"), People.Watching("Japan", "daily 12:00")));
        await WorkUntilAsync(world, service, TimeSpan.FromHours(6));

        Assert.Equal(["Japan", "Taiwan"], Told(service, Me).Select(alert => alert.Item.Title).Order());
    }

    [Fact]
    public async Task Run_TwoSchedulesMatchTheSame_TheSoonestTellsItAndNamesBoth()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan", "weekly mon 12:00"), People.Watching("Japan")));
        world.Serve("/a", ("Japan and Taiwan", "https://news.example/1"));

        await service.RunOnceAsync();
        await WorkUntilAsync(world, service, TimeSpan.FromDays(3));

        Assert.Equal(["Japan", "Taiwan"], Assert.Single(Told(service, Me)).Rules.Select(rule => rule.Name).Order());
    }

    [Fact]
    public async Task Run_MailServerRepeatsTheAddressInAscii_ItIsNotStored()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world, new RecordingChannel
        {
            Type = "email",
            AnswerTo = destination => destination.IsSubscriber ? new DeliveryResult(DeliveryOutcome.NoSuchAddress, "550 5.1.1 <ada@xn--bcher-kva.example> unknown.", 550) : null,
        });
        var person = People.Person("Ada@bücher.example", People.Watching("Taiwan"));
        await SubscribeAsync(service, person);
        world.Serve("/a", ("Taiwan 1", "https://news.example/1"));

        await service.RunOnceAsync();

        Assert.Equal("550 5.1.1 <(the address)> unknown.", (await service.Get<Subscribers>().FindAsync(person.Id, Token))?.Suspended?.Reason);
    }

    [Fact]
    public async Task Run_ManyDeliveriesToAnAddressThatIsNone_OneIsTried()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world, new RecordingChannel
        {
            Type = "email",
            AnswerTo = destination => destination.IsSubscriber ? new DeliveryResult(DeliveryOutcome.NoSuchAddress, "550 5.1.1 unknown.", 550) : null,
        });
        await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan")));
        world.Serve("/a", [.. Enumerable.Range(0, 12).Select(i => ($"Taiwan {i}", $"https://news.example/{i}"))]);

        await service.RunOnceAsync();
        await WorkUntilAsync(world, service, TimeSpan.FromHours(1));

        Assert.Single(service.Channel.Sent, sent => sent.To.To == Me);
    }

    [Fact]
    public async Task Run_UnsubscribedWhileADeliveryIsTriedAgain_ItEndsInTheLedgerWithItsReason()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world, new RecordingChannel
        {
            Type = "email",
            AnswerTo = destination => destination.IsSubscriber ? new DeliveryResult(DeliveryOutcome.Failed, "The mail server is down.") : null,
        });
        await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan")));
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        await service.RunOnceAsync();
        Assert.Single(Told(service, Me));

        await service.Get<Subscribers>().UpdateAsync(SubscriberId.Of(Me), _ => null, Token);
        await WorkUntilAsync(world, service, TimeSpan.FromHours(1));

        Assert.Single(Told(service, Me));
        var record = await service.Get<DeliveryLedger>().FindAsync(Told(service, Me)[0].Id, world.Time.GetUtcNow().AddDays(-1), Token);
        Assert.Equal(DeliveryStatus.Suppressed, record?.Status);
        Assert.Equal(
            [(DeliveryOutcome.Failed, "The mail server is down."), (DeliveryOutcome.Suppressed, "Nobody subscribes under this address.")],
            record?.Attempts.Select(attempt => (attempt.Outcome, attempt.Reason)));
        Assert.Equal(0, service.Poison);

        await service.Get<ReplayDelivery>().RunAsync(record?.Id ?? "", Token);
        await service.RunOnceAsync();
        Assert.Single(Told(service, Me));
        record = await service.Get<DeliveryLedger>().FindAsync(Told(service, Me)[0].Id, world.Time.GetUtcNow().AddDays(-1), Token);
        Assert.Equal((3, "Nobody subscribes under this address."), (record?.Attempts.Count, record?.Attempts[^1].Reason));
    }

    [Fact]
    public async Task Run_ScheduleChangesBeforeSomethingSentIsNotedAsTold_ItIsNotToldAgain()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan")));
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        await service.RunOnceAsync();
        var sent = await service.Get<DeliveryLedger>().FindAsync(Told(service, Me)[0].Id, world.Time.GetUtcNow().AddDays(-1), Token);
        Assert.NotNull(sent);

        // As it is where the process ends right after it has written to the ledger.
        await foreach (var told in service.Documents.ListAsync("told/", Token))
        {
            await service.Documents.DeleteAsync(told.Name, Token);
        }

        var planned = new PlannedDelivery { Id = sent.Id, Alerts = sent.Alerts, Planned = sent.Planned, NotBefore = sent.Planned };
        await service.Get<DestinationStates>().UpdateAsync(
            sent.Destination, (state, _) => Task.FromResult<DestinationState?>(state with { Planned = [planned] }), Token);
        await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan", "hourly")));
        var alert = sent.Alerts[0];
        await service.Get<StepMessages>().SendAsync(
            new WakeDestination { Destination = sent.Destination, Batch = alert.Batch, Alerts = [new AlertReference(alert.Id, alert.Index, alert.Rules)] },
            TimeSpan.Zero,
            Token);
        await WorkUntilAsync(world, service, TimeSpan.FromHours(3));

        Assert.Single(Told(service, Me));
    }

    [Fact]
    public async Task Run_ProcessEndsAtAnyWrite_EverySubscriberIsToldOnce()
    {
        for (var write = 1; ; write++)
        {
            await using var world = await World.StartAsync();
            using var service = Service(world);
            await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan"), People.Following("asia")));
            await SubscribeAsync(service, People.Person("other@example.org", People.Following("asia")));
            world.Serve("/a", ("Taiwan", "https://news.example/1"));
            service.CrashBeforeWrite(write);
            await service.RunOnceAsync();
            await WorkUntilAsync(world, service, TimeSpan.FromHours(1));

            // Only what was in flight at the crash may repeat, under the same id.
            Assert.Equal(3, service.Channel.Attempts.Select(attempt => attempt.Id).Distinct().Count());
            Assert.InRange(service.Channel.Attempts.Count, 3, 3 + service.Crashes);
            if (service.Crashes == 0)
            {
                Assert.InRange(write, 15, 200);
                break;
            }
        }
    }

    [Fact]
    public async Task Run_ProcessEndsAtAnyWriteWhileTheScheduleChanges_NothingIsLostOrToldTwice()
    {
        for (var write = 1; ; write++)
        {
            await using var world = await World.StartAsync();
            using var service = Service(world);
            await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan", "daily 12:00")));
            world.Serve("/a", ("Taiwan", "https://news.example/1"));
            await service.RunOnceAsync();
            await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan", "hourly")));
            service.CrashBeforeWrite(write);
            await WorkUntilAsync(world, service, TimeSpan.FromHours(5));

            Assert.InRange(Told(service, Me).Count, 1, 1 + service.Crashes);
            Assert.Single(Told(service, Me).Select(alert => alert.Id).Distinct());
            if (service.Crashes == 0)
            {
                Assert.InRange(write, 5, 200);
                break;
            }
        }
    }

    [Fact]
    public async Task Run_MailServerSaysThereIsNoSuchAddress_IsSuspendedUntilConfirmedAgain()
    {
        await using var world = await World.StartAsync();
        var isGone = true;
        using var service = Service(world, new RecordingChannel
        {
            Type = "email",
            AnswerTo = destination => destination.IsSubscriber && isGone ? new DeliveryResult(DeliveryOutcome.NoSuchAddress, $"550 5.1.1 <{Me}> unknown.", 550) : null,
        });
        var person = People.Person(Me, People.Watching("Taiwan"));
        await SubscribeAsync(service, person);
        world.Serve("/a", ("Taiwan 1", "https://news.example/1"));
        await service.RunOnceAsync();

        var suspended = (await service.Get<Subscribers>().FindAsync(person.Id, Token))?.Suspended;
        Assert.Equal("550 5.1.1 <(the address)> unknown.", suspended?.Reason);
        Assert.Equal(new SubscriberCounts(1, 1, 0, 1), (await service.Get<ReadStatus>().RunAsync(Token)).Subscribers);
        var record = await service.Get<DeliveryLedger>().FindAsync(Told(service, Me)[0].Id, world.Time.GetUtcNow().AddDays(-1), Token);
        Assert.Equal((DeliveryStatus.Suppressed, DeliveryOutcome.NoSuchAddress), (record?.Status, record?.Attempts[0].Outcome));

        isGone = false;
        world.Time.Advance(TimeSpan.FromMinutes(5));
        world.Serve("/a", ("Taiwan 2", "https://news.example/2"));
        await service.RunOnceAsync();
        Assert.Single(Told(service, Me));
        Assert.Equal(0, service.Poison);

        await SubscribeAsync(service, person);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        world.Serve("/a", ("Taiwan 3", "https://news.example/3"));
        await service.RunOnceAsync();
        Assert.Equal(["Taiwan 1", "Taiwan 3"], Told(service, Me).Select(alert => alert.Item.Title));
    }

    [Fact]
    public async Task Run_NoticeForWhoHasNotConfirmed_IsSentAndNothingElse()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        var stranger = People.Person(Me) with { Pending = [People.Asking("Taiwan", world.Time.GetUtcNow().AddHours(48))] };
        await SubscribeAsync(service, stranger);
        world.Serve("/a", ("Taiwan 1", "https://news.example/1"));
        await NotifyAsync(service, "confirm");
        await service.RunOnceAsync();
        Assert.Equal("confirm", Assert.Single(service.Channel.Sent, sent => sent.To.To == Me).Delivery.Notice?.Id);

        world.Time.Advance(TimeSpan.FromHours(48));
        await NotifyAsync(service, "again");
        await service.RunOnceAsync();
        Assert.Single(service.Channel.Sent, sent => sent.To.To == Me);
        Assert.Equal(0, service.Poison);

        static Task NotifyAsync(TestService service, string id) => service.Get<StepMessages>().SendAsync(
            new WakeDestination
            {
                Destination = SubscriberName.Of(SubscriberId.Of(Me)),
                Notice = new Notice { Id = id, Type = "subscription.requested", Title = "Please confirm", At = service.Time.GetUtcNow() },
            },
            TimeSpan.Zero,
            Token);
    }

    [Fact]
    public async Task Run_ToldByEmail_LinksEndTheOneSubscriptionOrAll()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        service.Configure(configuration => configuration with
        {
            Settings = configuration.Settings with { PublicUrl = "https://alerts.example", SigningKeys = [new(Convert.ToBase64String(new byte[32]))] },
        });
        await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan"), People.Watching("Japan"), People.Watching("Korea")));
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        await service.RunOnceAsync();
        world.Time.Advance(TimeSpan.FromMinutes(5));
        world.Serve("/b", ("Japan and Korea", "https://news.example/2"));
        await service.RunOnceAsync();

        var sent = service.Channel.Sent.Where(sent => sent.To.To == Me).Select(sent => sent.Delivery);
        Assert.Equal(
            [("Taiwan", "q-Taiwan"), ("Japan and Korea", "q-Japan,q-Korea")],
            sent.Select(delivery => (delivery.Alerts[0].Item.Title, EndedBy(delivery.Links))));

        string? EndedBy(ReaderLinks? links)
        {
            Assert.NotNull(links?.Manage);
            var link = service.Get<SignedLinks>().Read(LinkPurpose.Unsubscribe, links.Unsubscribe.Query["?token=".Length..]);
            Assert.Equal(SubscriberId.Of(Me), link?.Subject.Reader);
            return link?.Subject.Subscriptions;
        }
    }

    [Fact]
    public async Task Housekeep_SubscriberWasSentNothingForADay_TheirStateGoesAndNothingIsToldAgain()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan")));
        await SubscribeAsync(service, People.Person("later@example.org", People.Watching("Taiwan", "weekly fri 08:00")));
        world.Serve("/a", ("Taiwan 1", "https://news.example/1"));
        await service.RunOnceAsync();
        Assert.Equal(3, await StatesAsync());

        world.Time.Advance(TimeSpan.FromHours(23));
        await service.HousekeepAsync();
        Assert.Equal(3, await StatesAsync());
        world.Time.Advance(TimeSpan.FromHours(2));
        await service.HousekeepAsync();
        Assert.Equal(2, await StatesAsync());

        world.Serve("/b", ("Taiwan 1", "https://news.example/1"));
        await service.RunOnceAsync();
        Assert.Single(Told(service, Me));
        await WorkUntilAsync(world, service, TimeSpan.FromDays(6));
        Assert.Single(Told(service, "later@example.org"));

        async Task<int> StatesAsync() => await service.Get<DestinationStates>().ListAsync(Token).CountAsync(Token);
    }

    [Fact]
    public async Task Forget_WhileAlertsWait_NothingOfThemIsLeft()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        await SubscribeAsync(service, People.Person(Me, People.Watching("Taiwan", "daily 12:00"), People.Watching("Japan")));
        world.Serve("/a", ("Taiwan 1", "https://news.example/1"), ("Japan 1", "https://news.example/2"));
        await service.RunOnceAsync();
        Assert.Single(Told(service, Me));

        Assert.True(await service.Get<ForgetSubscriber>().RunAsync(SubscriberId.Of(Me), Token));
        await WorkUntilAsync(world, service, TimeSpan.FromHours(4));

        Assert.Single(Told(service, Me));
        Assert.Equal(0, service.Poison);
        await foreach (var info in service.Documents.ListAsync("", Token))
        {
            Assert.False(
                info.Name.StartsWith("destinations/subscriber", StringComparison.Ordinal) || info.Name.StartsWith("told/subscriber", StringComparison.Ordinal),
                info.Name);
            var content = (await service.Documents.ReadAsync(info.Name, Token))?.Content ?? default;
            Assert.DoesNotContain(Me, System.Text.Encoding.UTF8.GetString(Gzip.Unpack(info.Name, content).Span), StringComparison.OrdinalIgnoreCase);
        }

        Assert.False(await service.Get<ForgetSubscriber>().RunAsync(SubscriberId.Of(Me), Token));
    }

    private static TestService Service(World world, RecordingChannel? channel = null)
    {
        world.Serve("/a");
        world.Serve("/b");
        return world.Service(channel ?? new RecordingChannel { Type = "email" }, ["/a", "/b"], ("asia", "Taiwan OR Japan"));
    }

    private static Task SubscribeAsync(TestService service, Subscriber person) => service.Get<Subscribers>().SetAsync(person);

    private static List<Alert> Told(TestService service, string address) =>
        [.. service.Channel.Sent.Where(sent => sent.To.To == address).SelectMany(sent => sent.Delivery.Alerts)];

    private static async Task WorkUntilAsync(World world, TestService service, TimeSpan time)
    {
        for (var until = world.Time.GetUtcNow() + time; world.Time.GetUtcNow() < until; world.Time.Advance(TimeSpan.FromMinutes(10)))
        {
            await service.WakeAsync();
            await service.RunOnceAsync();
        }
    }
}
