using NewsAlerts.Archive;
using NewsAlerts.Delivery;
using NewsAlerts.Delivery.State;
using NewsAlerts.Messages;
using NewsAlerts.Polling;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Monitoring.Incidents;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Delivery;

/// <summary>A process that ends while it sends has a lease, and a message that comes back after ten minutes: nobody waits for that.</summary>
public sealed class SenderThatEndedTests : IAsyncLifetime
{
    private readonly RecordingChannel _channel = new();
    private World? _world;
    private TestService? _service;

    private TestService Service => _service ?? throw new InvalidOperationException("there is no service yet");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await World.StartAsync();
        _world.Serve("/feed", ("Taiwan", "https://news.example.org/1"));
        _service = Ops.Service(_world, _channel, ["/feed"]);
        await _service.Get<SchedulePolls>().RunAsync(Cancellation);
        await HandleAsync(Queues.Polls);
        await HandleAsync(Queues.NewItems);
        Assert.Single(await _service.Queue.ReceiveAsync(Queues.Alerts, 1, TimeSpan.FromMinutes(10), Cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        _service?.Dispose();
        await (_world?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task Tick_LeaseOfASenderHasEnded_DestinationIsWokenAtOnce()
    {
        await LeaveAsync(Lease.Time);
        Assert.Equal(0, await TickAsync());

        Service.Time.Advance(Lease.Time);

        Assert.Equal(1, await TickAsync());
        await Service.WorkAsync();
        Assert.Single(_channel.Attempts);
    }

    [Fact]
    public async Task Tick_LeaseFurtherAheadThanItCanHaveBeenSet_CountsAsEnded()
    {
        await LeaveAsync(TimeSpan.FromDays(30));

        Assert.Equal(1, await TickAsync());
        await Service.WorkAsync();
        Assert.Single(_channel.Attempts);
    }

    private Task<int> TickAsync() => Service.Get<SendDigests>().RunAsync(Cancellation);

    // As somebody does who takes what has come, and ends before it is sent.
    private async Task LeaveAsync(TimeSpan lease)
    {
        var now = Service.Time.GetUtcNow();
        var batch = Assert.Single(await Service.Documents.ListAsync("archive/", Cancellation).ToListAsync(Cancellation)).Name;
        await Service.Get<DestinationStates>().UpdateAsync(
            "desk",
            (state, _) => Task.FromResult<DestinationState?>((state with
            {
                Pending = [new PendingAlert(AlertId.Of("desk", "left"), batch, 0, ["one"]) { At = now }],
                Hold = new DestinationHold("gone", "token", now + lease),
            }).Noted(World.AtOnce, now)),
            Cancellation);
    }

    private async Task HandleAsync(string queue)
    {
        var message = Assert.Single(await Service.Queue.ReceiveAsync(queue, 1, TimeSpan.FromMinutes(1), Cancellation));
        await Service.HandleAsync(message);
        await Service.Queue.DeleteAsync(message, Cancellation);
    }
}
