using System.Text;
using NewsAlerts.Channels;
using NewsAlerts.Delivery;
using NewsAlerts.Monitoring;
using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Monitoring.Incidents;

/// <summary>What was given up and is sent back to work is seen to when the work is done, and not when it is begun.</summary>
public sealed class ReplayedPoisonTests : IAsyncLifetime
{
    private readonly RecordingChannel _channel = new();
    private World? _world;
    private TestService? _service;

    private TestService Service => _service ?? throw new InvalidOperationException("there is no service yet");

    private PoisonMessages Poison => Service.Get<PoisonMessages>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await World.StartAsync();
        _service = Ops.Service(_world, _channel, [], "ops");
    }

    public async ValueTask DisposeAsync()
    {
        _service?.Dispose();
        await (_world?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("{ \"shard\": 1 }")]
    [InlineData("{ \"shard\": \"a\", \"shard\": \"b\" ")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Replay_StaysUnreadable_NotifiedOnceAndNeverOfItsEnd(string body)
    {
        await Poison.KeepAsync(Queues.Polls, "1", Encoding.UTF8.GetBytes(body), "it cannot be read", Cancellation);
        await Service.WatchAsync();
        Service.Time.Advance(TimeSpan.FromDays(1.5));

        Assert.Equal(1, await Poison.ReplayAsync(Queues.Polls, Cancellation));
        Assert.Equal(0, await Poison.CountAsync(Queues.Polls, Cancellation));
        await LookAsync();
        await GiveUpAsync(Queues.Polls);
        await LookAsync();

        Assert.Equal("Messages of the queue polls were given up", Assert.Single(Ops.Told(_channel)).Title);
        var kept = Assert.Single(await Poison.ListAsync(Queues.Polls, Cancellation).ToListAsync(Cancellation));
        Assert.Equal((body, "still not"), (Encoding.UTF8.GetString(kept.Body.Span), kept.Reason));
    }

    [Fact]
    public async Task Replay_WorkedOn_NotifiedOfItsEndThen()
    {
        await Poison.KeepAsync(Queues.Polls, "1", """{"shard":"0009"}"""u8.ToArray(), "the storage failed", Cancellation);
        await Service.WatchAsync();
        await Poison.ReplayAsync(Queues.Polls, Cancellation);
        await LookAsync();
        Assert.Single(Ops.Told(_channel));

        await Service.WorkAsync();
        await LookAsync();

        Assert.Equal("What was given up of the queue polls is seen to", Ops.Told(_channel)[1].Title);
        Assert.Empty(await Poison.ListAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Replay_NobodyWorks_ListedAgainAfterAnHourAndReplayedOnceMore()
    {
        await Poison.KeepAsync(Queues.Polls, "1", """{"shard":"0009"}"""u8.ToArray(), "the storage failed", Cancellation);
        await Poison.ReplayAsync(Queues.Polls, Cancellation);
        Service.Queue.DeleteAll();
        Assert.Equal(0, await Poison.ReplayAsync(Queues.Polls, Cancellation));

        Service.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, await Poison.CountAsync(Queues.Polls, Cancellation));
        Assert.Equal(1, await Poison.ReplayAsync(Queues.Polls, Cancellation));
    }

    [Fact]
    public async Task Replay_ForADestinationThatIsUnknown_SeenToOnlyWhenItIsBack()
    {
        var body = DeliveryMessages.Write(new WakeDestination
        {
            Destination = "gone",
            Notice = ServiceNotice.Of("test", "1", "Hello", Service.Time.GetUtcNow()) with { Type = "subscription.test" },
        });
        await Poison.KeepAsync(Queues.Alerts, "1", body, "there is no destination 'gone'", Cancellation);
        await Service.WatchAsync();

        await Poison.ReplayAsync(Queues.Alerts, Cancellation);
        await Service.WorkAsync();
        await LookAsync();
        Service.Time.Advance(TimeSpan.FromMinutes(2));
        await Service.WorkAsync();
        await LookAsync();

        Assert.Single(Ops.Told(_channel));
        Assert.Equal(1, await Poison.CountAsync(Queues.Alerts, Cancellation));
    }

    [Fact]
    public async Task Replay_DeliveryRefusedAgainAndThenDelivered_NotifiedOnceAndOfItsEndAtLast()
    {
        var isRefused = true;
        var channel = new RecordingChannel
        {
            AnswerTo = destination => destination.Name == "desk" && isRefused
                ? new DeliveryResult(DeliveryOutcome.Refused, "The receiver answered 422.", 422)
                : null,
        };
        await using var world = await World.StartAsync();
        world.Serve("/feed", ("Taiwan", "https://news.example.org/1"));
        using var service = Ops.Service(world, channel, ["/feed"], "ops");
        await service.RunOnceAsync();
        await service.WatchAsync();
        Assert.Single(Ops.Told(channel));

        await ReplayAsync();
        Assert.Single(Ops.Told(channel));
        Assert.Equal(1, service.Poison);
        isRefused = false;
        await ReplayAsync();

        Assert.Equal("What was given up of the queue alerts is seen to", Ops.Told(channel)[1].Title);
        Assert.Equal(2, Ops.Told(channel).Count);
        Assert.Equal(0, service.Poison);

        async Task ReplayAsync()
        {
            service.Time.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal(1, await service.Get<PoisonMessages>().ReplayAsync(Queues.Alerts, Cancellation));
            await service.Get<WatchService>().RunAsync(Cancellation);
            await service.WorkAsync();
            await service.WatchAsync();
        }
    }

    // As a host does with what cannot be read, each time under an id of its own.
    private async Task GiveUpAsync(string queue)
    {
        var message = await Service.NextAsync();
        Assert.Equal(queue, message?.Queue);
        if (message is not null)
        {
            await Assert.ThrowsAsync<UnreadableMessageException>(() => Service.HandleAsync(message));
            await Poison.KeepAsync(queue, message.Id, message.Body, "still not", Cancellation);
            await Service.Queue.DeleteAsync(message, Cancellation);
        }
    }

    // Without work in the queues.
    private async Task LookAsync()
    {
        await Service.Get<WatchService>().RunAsync(Cancellation);
        while (await Service.Queue.ReceiveAsync(Queues.Alerts, 1, TimeSpan.FromMinutes(1), Cancellation) is [var message])
        {
            await Service.HandleAsync(message);
            await Service.Queue.DeleteAsync(message, Cancellation);
        }
    }
}
