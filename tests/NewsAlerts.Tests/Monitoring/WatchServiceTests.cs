using System.Globalization;
using System.Runtime.CompilerServices;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.Messages;
using NewsAlerts.Monitoring;
using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Polling;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Monitoring.Incidents;
using NewsAlerts.Tests.Support;
using NewsAlerts.Yaml;

namespace NewsAlerts.Tests.Monitoring;

/// <summary>What the service tells of itself: each condition begins and ends, and is told once each time.</summary>
public class WatchServiceTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feed_FailsForADay_ToldOnceWithTheReasonAndWhenItEnds()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, ["/a", "/b"], "ops");
        world.Serve("/a", ("Calm", "https://news.example/1"));
        world.Refuse("/b", 503);
        await service.RunOnceAsync();
        var began = service.Time.GetUtcNow();
        await Ops.LiveAsync(service, 23 * Hour, Hour);
        Assert.Empty(Ops.Told(channel));

        await Ops.LiveAsync(service, 6 * Hour, Hour);

        var problem = Assert.Single(Ops.Told(channel));
        Assert.Equal(("service.problem", "/b has been failing for a day"), (problem.Type, problem.Title));
        var entry = Assert.Single(problem.Entries);
        Assert.Equal(("feed.failing", "/b", began.ToUnixTimeSeconds()), (entry.Kind, entry.Name, entry.Since.ToUnixTimeSeconds()));
        Assert.Contains("503", entry.Text, StringComparison.Ordinal);
        Assert.Contains("polls in a row have failed", entry.Text, StringComparison.Ordinal);

        world.Serve("/b", ("Calm", "https://news.example/2"));
        await Ops.LiveAsync(service, 24 * Hour, Hour);

        Assert.Equal(["service.problem", "service.recovered"], Ops.Told(channel).Select(notice => notice.Type));
        Assert.Equal("/b is failing no more", Ops.Told(channel)[1].Title);
        Assert.StartsWith("It is over, after ", Assert.Single(Ops.Told(channel)[1].Entries).Text, StringComparison.Ordinal);
        Assert.Empty(await service.Get<IncidentLog>().ReadAsync(Cancellation));
    }

    [Fact]
    public async Task Feed_FailsAndIsTakenOutOfTheConfiguration_IsOver()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, ["/a"], "ops");
        world.Refuse("/a", 410);
        await service.RunOnceAsync();
        await Ops.LiveAsync(service, 25 * Hour, Hour);
        Assert.Contains("It is gone for good", Assert.Single(Ops.Told(channel)).Entries[0].Text, StringComparison.Ordinal);

        service.Configure(configuration => configuration with { Feeds = [] });
        await service.WatchAsync();

        Assert.Equal("/a is failing no more", Ops.Told(channel)[1].Title);
    }

    [Fact]
    public async Task Feeds_ManyFailAtOnce_OneNotice()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, ["/a", "/b", "/c"], "ops");
        await service.RunOnceAsync();

        await Ops.LiveAsync(service, 27 * Hour, Hour);

        var told = Assert.Single(Ops.Told(channel));
        Assert.Equal("3 feeds have been failing for a day", told.Title);
        Assert.Equal(["/a", "/b", "/c"], told.Entries.Select(entry => entry.Name).Order());
    }

    [Fact]
    public async Task Polls_ComeToAHalt_ToldOnceAndWhenTheyGoOn()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, ["/a"], "ops");
        world.Serve("/a");
        await service.RunOnceAsync();
        service.Time.Advance(0.9 * Hour);
        await service.WatchAsync();
        Assert.Empty(Ops.Told(channel));

        for (var i = 0; i < 5; i++)
        {
            service.Time.Advance(0.3 * Hour);
            await service.WatchAsync();
        }

        var told = Assert.Single(Ops.Told(channel));
        Assert.Equal("Feeds have not been polled for an hour", told.Title);
        Assert.StartsWith("1 of 1 groups", told.Entries[0].Text, StringComparison.Ordinal);

        await service.RunOnceAsync();
        await service.WatchAsync();
        Assert.Equal("Feeds are polled again", Ops.Told(channel)[1].Title);
        Assert.Equal(2, Ops.Told(channel).Count);
    }

    [Fact]
    public async Task Destination_IsDisabled_AnotherIsToldAndWhenItsAddressChanges()
    {
        await using var world = await World.StartAsync();
        var isGone = true;
        var channel = new RecordingChannel
        {
            AnswerTo = destination => isGone && destination.Name == "desk" ? new DeliveryResult(DeliveryOutcome.Gone, "The receiver answered 410.", 410) : null,
        };
        using var service = Ops.Service(world, channel, ["/a"], "desk", "ops");
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        await service.RunOnceAsync();
        await service.WatchAsync();
        await service.WatchAsync();

        var told = Assert.Single(Ops.Told(channel));
        Assert.Equal("The destination desk is disabled", told.Title);
        Assert.Equal("The receiver answered 410. Nothing is sent to it until its address changes. 1 alert waits for it.", told.Entries[0].Text);

        isGone = false;
        service.Move("https://new.example/");
        await service.WakeAsync();
        await service.WorkAsync();
        await service.WatchAsync();
        Assert.Equal(2, Ops.Told(channel).Count(notice => notice.Title == "The destination desk is disabled no more"));
        Assert.DoesNotContain(channel.Attempts, attempt => attempt.Notice is { Type: "service.problem" } && attempt.Alerts.Count > 0);
    }

    [Fact]
    public async Task Destination_FailsForADay_ToldOnceAndWhenItAnswersAgain()
    {
        await using var world = await World.StartAsync();
        var isDown = true;
        var channel = new RecordingChannel
        {
            AnswerTo = destination => isDown && destination.Name == "desk" ? new DeliveryResult(DeliveryOutcome.Failed, "The receiver answered 500.", 500) : null,
        };
        using var service = Ops.Service(world, channel, ["/a"], "ops");
        world.Serve("/a", [.. Enumerable.Range(0, 12).Select(i => ($"Taiwan {i}", $"https://news.example/{i}"))]);
        await service.RunOnceAsync();
        await Ops.LiveAsync(service, 30 * Hour, Hour);

        var told = Assert.Single(Ops.Told(channel));
        Assert.Equal("The destination desk has been failing for a day", told.Title);
        Assert.StartsWith("The receiver answered 500. 12 alerts wait", told.Entries[0].Text, StringComparison.Ordinal);

        isDown = false;
        await Ops.LiveAsync(service, 3 * Hour, Hour);
        Assert.Equal("The destination desk is failing no more", Ops.Told(channel)[1].Title);
        Assert.Equal(2, Ops.Told(channel).Count);
    }

    [Fact]
    public async Task Poison_OfOneDay_ToldOnceAndWhenItIsSeenTo()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, [], "ops");
        var poison = service.Get<PoisonMessages>();
        await poison.KeepAsync(Queues.NewItems, "1", "{}"u8.ToArray(), "it cannot be read", Cancellation);
        await service.WatchAsync();
        service.Time.Advance(Hour);
        await poison.KeepAsync(Queues.NewItems, "2", "{}"u8.ToArray(), "it cannot be read either", Cancellation);
        await service.WatchAsync();

        var told = Assert.Single(Ops.Told(channel));
        Assert.Equal("Messages of the queue new-items were given up", told.Title);
        Assert.StartsWith("1 message was given up: it cannot be read.", told.Entries[0].Text, StringComparison.Ordinal);

        service.Time.Advance(TimeSpan.FromDays(1));
        await poison.KeepAsync(Queues.NewItems, "3", "{}"u8.ToArray(), "nor this one", Cancellation);
        await service.WatchAsync();
        Assert.Equal(2, Ops.Told(channel).Count);

        foreach (var id in (string[])["1", "2", "3"])
        {
            await poison.ForgetAsync(Queues.NewItems, id, Cancellation);
        }

        await service.WatchAsync();
        Assert.Equal("What was given up of the queue new-items is seen to", Ops.Told(channel)[2].Title);
        Assert.Equal(3, Ops.Told(channel).Count);
    }

    [Fact]
    public async Task Poison_OfANoticeItself_IsNoIncident()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel(_ => new DeliveryResult(DeliveryOutcome.Refused, "The receiver answered 413.", 413));
        using var service = Ops.Service(world, channel, [], "ops");
        await service.Get<PoisonMessages>().KeepAsync(Queues.Polls, "1", "{}"u8.ToArray(), "it cannot be read", Cancellation);

        for (var i = 0; i < 4; i++)
        {
            await service.WatchAsync();
            service.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Single(channel.Attempts);
        Assert.Equal(1, service.Poison);
        Assert.Equal("message.poison", Assert.Single(await service.Get<IncidentLog>().ReadAsync(Cancellation)).Kind);
    }

    [Fact]
    public async Task Configuration_IsRefused_ToldOnceAndWhenOneHolds()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, [], "ops");
        var current = service.Get<CurrentConfiguration>();
        current.Refuse([.. Enumerable.Range(1, 5).Select(line => new ConfigurationMistake("alerts.yaml", line, 3, 1, "this is wrong"))]);
        await service.WatchAsync();
        await service.WatchAsync();

        var told = Assert.Single(Ops.Told(channel));
        Assert.Equal("A new configuration is refused", told.Title);
        Assert.StartsWith("alerts.yaml:1:3: ", told.Entries[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("And 2 more. What held before goes on.", told.Entries[0].Text, StringComparison.Ordinal);

        current.Replace(current.Snapshot.Configuration);
        await service.WatchAsync();
        Assert.Equal("The newest configuration holds again", Ops.Told(channel)[1].Title);
    }

    [Fact]
    public async Task Configuration_OfOneOfTwoRunnersIsRefused_ToldOnceAndWhenOneHolds()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, [], "ops");
        using var beside = service.Beside();
        await beside.WatchAsync();
        service.Get<CurrentConfiguration>().Refuse([new ConfigurationMistake("alerts.yaml", 1, 1, 1, "this is wrong")]);

        for (var i = 0; i < 3; i++)
        {
            service.Time.Advance(WatchService.Period);
            await service.WatchAsync();
            await beside.WatchAsync();
        }

        Assert.Equal("A new configuration is refused", Assert.Single(Ops.Told(channel)).Title);

        service.Configure(configuration => configuration);
        await beside.WatchAsync();
        await service.WatchAsync();
        Assert.Equal(["service.problem", "service.recovered"], Ops.Told(channel).Select(notice => notice.Type));
    }

    [Fact]
    public async Task NobodyIsToBeTold_IncidentsAreKeptAndToldOnceSomebodyIs()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, []);
        service.Get<CurrentConfiguration>().Refuse([new ConfigurationMistake("alerts.yaml", 1, 1, 1, "this is wrong")]);
        await service.WatchAsync();
        Assert.Equal("configuration.refused", Assert.Single(await service.Get<IncidentLog>().ReadAsync(Cancellation)).Kind);
        Assert.Empty(channel.Attempts);

        service.Configure(configuration => configuration with { Settings = configuration.Settings with { NotifyOps = ["desk"] } });
        service.Get<CurrentConfiguration>().Refuse([new ConfigurationMistake("alerts.yaml", 1, 1, 1, "this is wrong")]);
        await service.WatchAsync();
        await service.WatchAsync();

        Assert.Equal("A new configuration is refused", Assert.Single(Ops.Told(channel)).Title);
    }

    [Fact]
    public async Task Watch_ProcessEndsAtAnyWrite_ToldOnce()
    {
        for (var write = 1; ; write++)
        {
            await using var world = await World.StartAsync();
            var channel = new RecordingChannel();
            using var service = Ops.Service(world, channel, [], "ops");
            await service.Get<PoisonMessages>().KeepAsync(Queues.Polls, "1", "{}"u8.ToArray(), "it cannot be read", Cancellation);
            service.CrashBeforeWrite(write);
            for (var i = 0; i < 3; i++)
            {
                await service.WatchAsync();
            }

            // Only what was in flight at the crash may repeat, under its id.
            Assert.InRange(channel.Attempts.Count, 1, 2);
            Assert.Single(channel.Attempts.Select(attempt => attempt.Id).Distinct());
            if (service.Crashes == 0)
            {
                Assert.InRange(write, 6, 100);
                break;
            }
        }
    }

    [Fact]
    public async Task Watch_TwoInstancesAtOnce_ToldOnce()
    {
        for (var round = 0; round < 20; round++)
        {
            await using var world = await World.StartAsync();
            var channel = new RecordingChannel();
            using var service = Ops.Service(world, channel, [], "ops");
            using var beside = service.Beside();
            await service.Get<PoisonMessages>().KeepAsync(Queues.Polls, "1", "{}"u8.ToArray(), "it cannot be read", Cancellation);

            await Task.WhenAll(((TestService[])[service, beside]).Select(one => Task.Run(one.WatchAsync, Cancellation)));
            await service.WatchAsync();
            await beside.WatchAsync();
            Assert.Single(channel.Attempts);

            await service.Get<PoisonMessages>().ForgetAsync(Queues.Polls, "1", Cancellation);
            await Task.WhenAll(((TestService[])[service, beside]).Select(one => Task.Run(one.WatchAsync, Cancellation)));
            await service.WatchAsync();
            Assert.Equal(["service.problem", "service.recovered"], Ops.Told(channel).Select(notice => notice.Type));
        }
    }

    [Fact]
    public async Task Feed_IsInTwoShardsForAWhile_IsOneIncidentAndTheWatchGoesOn()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, ["/a"], "ops");
        world.Refuse("/a", 503);
        await service.RunOnceAsync();
        await Ops.LiveAsync(service, 20 * Hour, Hour);
        var shard = await service.Documents.ListAsync("shards/", Cancellation).FirstAsync(Cancellation);
        var document = await service.Documents.ReadAsync(shard.Name, Cancellation);
        await service.Documents.WriteAsync(
            "shards/another", document?.Content ?? default, WriteCondition.IfUnchanged(null), shard.Metadata, Cancellation);

        await Ops.LiveAsync(service, 9 * Hour, Hour);

        Assert.Equal("/a has been failing for a day", Assert.Single(Ops.Told(channel), told => told.Type == "service.problem" && told.Entries[0].Kind == "feed.failing").Title);
        Assert.Single(await service.Get<IncidentLog>().ReadAsync(Cancellation), incident => incident.Kind == "feed.failing");
    }

    [Fact]
    public async Task Document_CannotBeRead_WhatOthersSayIsToldAll()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, ["/a"], "ops");
        world.Refuse("/a", 503);
        await service.RunOnceAsync();
        await Ops.LiveAsync(service, 20 * Hour, Hour);
        var shard = await service.Documents.ListAsync("shards/", Cancellation).FirstAsync(Cancellation);
        await service.Documents.WriteAsync(shard.Name, "{"u8.ToArray(), WriteCondition.None, shard.Metadata, Cancellation);
        await service.Get<PoisonMessages>().KeepAsync(Queues.Polls, "1", "{}"u8.ToArray(), "it cannot be read", Cancellation);
        service.Time.Advance(9 * Hour);

        await Assert.ThrowsAnyAsync<Exception>(service.WatchAsync);
        await service.WorkAsync();

        Assert.Equal("Messages of the queue polls were given up", Assert.Single(Ops.Told(channel)).Title);
    }

    [Fact]
    public void OfBegun_LongNamesInAnyScript_FitsTheQueue()
    {
        var incidents = Enumerable.Range(1, 60).Select(i => new Incident
        {
            Kind = "rule.silent",
            Key = i.ToString(CultureInfo.InvariantCulture),
            Name = new string('台', 300),
            Text = new string('Я', 5_000),
            Since = DateTimeOffset.UnixEpoch,
        });

        var notice = ServiceNotice.OfBegun([.. incidents], DateTimeOffset.UnixEpoch);

        Assert.InRange(DeliveryMessages.Write(new WakeDestination { Destination = "ops", Notice = notice }).Length, 1, IMessageQueue.MaxBodyBytes - 1_000);
        Assert.Equal(60, notice.Entries.Count + notice.More);
    }

    [Fact]
    public async Task Watch_AnotherInstanceFindsMoreMeanwhile_NothingIsOverThatIsNot()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, [], "ops");
        var documents = new LateDocuments(service.Documents);
        using var beside = new TestService(Ops.Configuration(world, [], ["ops"]), channel, service.Time, documents, service.Queue);
        documents.AfterPoison = async () =>
        {
            await service.Get<PoisonMessages>().KeepAsync(Queues.Polls, "1", "{}"u8.ToArray(), "it cannot be read", Cancellation);
            await service.WatchAsync();
        };

        await beside.WatchAsync();
        await service.WatchAsync();

        Assert.Equal("service.problem", Assert.Single(Ops.Told(channel)).Type);
        Assert.Single(await service.Get<IncidentLog>().ReadAsync(Cancellation));
    }

    [Fact]
    public void OfBegun_MoreThanAMessageHolds_CountsTheRestAndFitsTheQueue()
    {
        var incidents = Enumerable.Range(1, 10_000).Select(i => new Incident
        {
            Kind = "feed.failing",
            Key = i.ToString(CultureInfo.InvariantCulture),
            Name = $"Feed {i}",
            Text = new string('x', 5_000),
            Since = DateTimeOffset.UnixEpoch,
        });

        var notice = ServiceNotice.OfBegun([.. incidents], DateTimeOffset.UnixEpoch);

        Assert.Equal("10000 feeds have been failing for a day", notice.Title);
        Assert.Equal((50, 9_950), (notice.Entries.Count, notice.More));
        Assert.InRange(DeliveryMessages.Write(new WakeDestination { Destination = "ops", Notice = notice }).Length, 1, IMessageQueue.MaxBodyBytes - 1_000);
        Assert.Equal(9_950, NoticeText.Of(notice, 100).More);
    }

    /// <summary>Lets something happen after poison was listed for the first time.</summary>
    private sealed class LateDocuments(IDocumentStore inner) : IDocumentStore
    {
        public Func<Task>? AfterPoison { get; set; }

        public Task<Document?> ReadAsync(string name, CancellationToken cancellationToken) => inner.ReadAsync(name, cancellationToken);

        public Task<string?> WriteAsync(
            string name,
            ReadOnlyMemory<byte> content,
            WriteCondition condition,
            IReadOnlyDictionary<string, string>? metadata,
            CancellationToken cancellationToken) => inner.WriteAsync(name, content, condition, metadata, cancellationToken);

        public async IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var listed = await inner.ListAsync(prefix, cancellationToken).ToListAsync(cancellationToken);
            if (prefix == "poison/" && AfterPoison is { } happen)
            {
                AfterPoison = null;
                await happen();
            }

            foreach (var info in listed)
            {
                yield return info;
            }
        }

        public Task<bool> DeleteAsync(string name, string? eTag, CancellationToken cancellationToken) =>
            inner.DeleteAsync(name, eTag, cancellationToken);
    }
}
