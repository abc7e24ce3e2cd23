using NewsAlerts.Polling;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Polling.Shards;

/// <summary>A feed is polled when it is due, while the timer comes round once a minute.</summary>
public sealed class PollsAheadTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private World? _world;
    private TestService? _service;

    private World Web => _world ?? throw new InvalidOperationException("there is no world yet");

    private TestService Service => _service ?? throw new InvalidOperationException("there is no service yet");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await World.StartAsync();
        _world.Serve("/feed", ("Taiwan", "https://news.example.org/1"));
        _service = _world.Service(new RecordingChannel(), ["/feed"], ("one", "Taiwan"));
        await _service.RunOnceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _service?.Dispose();
        await Web.DisposeAsync();
    }

    [Fact]
    public async Task Tick_DueBeforeTheNextOne_AskedForAheadAndVisibleWhenItIsDue()
    {
        // Polled every five minutes, less five seconds.
        var due = await DueAsync();
        Pass(due - Web.Time.GetUtcNow() - TimeSpan.FromSeconds(37.5));

        Assert.Equal(1, await TickAsync());

        Assert.Equal(new QueueCounts(Visible: 0, Held: 0, Delayed: 1), await CountAsync());
        Pass(TimeSpan.FromSeconds(37));
        Assert.Equal(0, (await CountAsync()).Visible);
        Pass(TimeSpan.FromSeconds(0.5));
        Assert.Equal(1, (await CountAsync()).Visible);
        await Service.WorkAsync();
        Assert.Equal(2, Web.Asked.Count());
    }

    [Fact]
    public async Task Tick_NotDueBeforeTheNextOne_LeftToIt()
    {
        Pass(await DueAsync() - Web.Time.GetUtcNow() - TimeSpan.FromSeconds(60.5));
        Assert.Equal(0, await TickAsync());
    }

    [Fact]
    public async Task Tick_AskedAheadAndNotYetPolled_AskedOnceMoreOnlyAfterAMinute()
    {
        var due = await DueAsync();
        Pass(due - Web.Time.GetUtcNow() - TimeSpan.FromSeconds(10));
        Assert.Equal(1, await TickAsync());
        Assert.Equal(0, await TickAsync());
        Pass(TimeSpan.FromSeconds(20));
        Assert.Equal(0, await TickAsync());
        Service.Queue.DeleteAll();

        Pass(Minute);

        Assert.Equal(1, await TickAsync());
        await Service.WorkAsync();
        Assert.Equal(2, Web.Asked.Count());
    }

    [Fact]
    public async Task Tick_AnotherProcessAskedAhead_PolledOnce()
    {
        var due = await DueAsync();
        Pass(due - Web.Time.GetUtcNow() - TimeSpan.FromSeconds(10));
        Assert.Equal(1, await TickAsync());
        Pass(TimeSpan.FromSeconds(20));
        using var other = Service.Beside();

        Assert.Equal(1, await other.Get<SchedulePolls>().RunAsync(Cancellation));
        await Service.WorkAsync();

        Assert.Equal(2, Web.Asked.Count());
        Assert.Equal(new QueueCounts(0, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task Tick_PollThatWasBegunAndNeverEnded_AskedForAtOnce()
    {
        var due = await DueAsync();
        Pass(due - Web.Time.GetUtcNow() - TimeSpan.FromSeconds(10));
        await TickAsync();
        Pass(TimeSpan.FromSeconds(10));
        await ClaimAsync(Web.Time.GetUtcNow() + TimeSpan.FromSeconds(30));
        Service.Queue.DeleteAll();
        Assert.Equal(0, await TickAsync());

        Pass(TimeSpan.FromSeconds(31));

        Assert.Equal(1, await TickAsync());
    }

    [Fact]
    public async Task Poll_MessageIsVisibleTooSoon_AskedForAgainWhenItIsDue()
    {
        var due = await DueAsync();
        Pass(due - Web.Time.GetUtcNow() - TimeSpan.FromSeconds(3));
        await Service.Get<StepMessages>().SendAsync(new PollShard("0001") { Due = due }, Cancellation);

        await Service.WorkAsync();

        Assert.Single(Web.Asked);
        Assert.Equal(new QueueCounts(Visible: 0, Held: 0, Delayed: 1), await CountAsync());
        Pass(TimeSpan.FromSeconds(3));
        await Service.WorkAsync();
        Assert.Equal(2, Web.Asked.Count());
    }

    [Fact]
    public async Task Poll_NextIsDueBeforeTheTimerKnows_AskedForByTheRoundAndNotByTheTimer()
    {
        var feed = Service.Get<NewsAlerts.Configuration.CurrentConfiguration>().Snapshot.Configuration.Feeds[0];
        Service.Configure(configuration => configuration with { Feeds = [feed with { Every = TimeSpan.FromSeconds(40) }] });
        Pass(await DueAsync() - Web.Time.GetUtcNow());
        Assert.Equal(1, await TickAsync());
        await Service.WorkAsync();

        Assert.Equal(new QueueCounts(Visible: 0, Held: 0, Delayed: 1), await CountAsync());
        Assert.Equal(0, await TickAsync());
        Pass(TimeSpan.FromSeconds(36));
        await Service.WorkAsync();

        Assert.Equal(3, Web.Asked.Count());
    }

    [Fact]
    public async Task Poll_ProcessThatEndsWhenAllIsDone_AsksForNothingAhead()
    {
        Service.Get<PollsAhead>().Period = TimeSpan.Zero;
        Pass(await DueAsync() - Web.Time.GetUtcNow() - TimeSpan.FromSeconds(10));
        Assert.Equal(0, await TickAsync());
    }

    private Task<int> TickAsync() => Service.Get<SchedulePolls>().RunAsync(Cancellation);

    private Task<QueueCounts> CountAsync() => Service.Queue.CountAsync(Queues.Polls, Cancellation);

    private void Pass(TimeSpan time) => Web.Time.Advance(time);

    private async Task<DateTimeOffset> DueAsync() =>
        (await Service.Get<FeedShards>().ReadAsync("0001", Cancellation))?.Due ?? throw new InvalidOperationException("nothing is due");

    private Task<Versioned<FeedShard>?> ClaimAsync(DateTimeOffset until) => Service.Get<FeedShards>().UpdateAsync(
        "0001",
        known: null,
        shard => (shard ?? new FeedShard()) with { Claim = new PollClaim("gone", "token", until) },
        Cancellation);
}
