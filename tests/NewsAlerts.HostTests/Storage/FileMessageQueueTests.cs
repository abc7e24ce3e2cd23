using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Storage;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.Storage;

public sealed class FileMessageQueueTests : MessageQueueContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly FileMessageQueue _queues;

    public FileMessageQueueTests() => _queues = new FileMessageQueue(_folder.Path, _time);

    protected override IMessageQueue Queues => _queues;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CountAsync_EveryKindOfMessage_EachInItsPlace()
    {
        await _queues.SendAsync("work", "held"u8.ToArray(), TimeSpan.Zero, Token);
        await _queues.ReceiveAsync("work", 1, TimeSpan.FromMinutes(1), Token);
        await _queues.SendAsync("work", "visible"u8.ToArray(), TimeSpan.Zero, Token);
        await _queues.SendAsync("work", "delayed"u8.ToArray(), TimeSpan.FromMinutes(5), Token);
        Assert.Equal(new QueueCounts(Visible: 1, Held: 1, Delayed: 1), await _queues.CountAsync("work", Token));

        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(new QueueCounts(Visible: 2, Held: 0, Delayed: 1), await _queues.CountAsync("work", Token));
    }

    [Fact]
    public async Task ReleaseInterrupted_HeldMessages_VisibleAgainAndNoTryMore()
    {
        await _queues.SendAsync("work", "one"u8.ToArray(), TimeSpan.Zero, Token);
        var held = Assert.Single(await _queues.ReceiveAsync("work", 1, TimeSpan.FromHours(1), Token));

        var restarted = new FileMessageQueue(_folder.Path, _time);
        restarted.ReleaseInterrupted(["work", "never-used"]);

        var again = Assert.Single(await restarted.ReceiveAsync("work", 1, TimeSpan.FromHours(1), Token));
        Assert.Equal(held.Id, again.Id);
        Assert.Equal(1, again.Tries);
        Assert.False(await _queues.DeleteAsync(held, Token));
    }

    [Fact]
    public async Task ReleaseInterrupted_DelayedMessage_StaysDelayed()
    {
        await _queues.SendAsync("work", "one"u8.ToArray(), TimeSpan.FromMinutes(5), Token);
        _queues.ReleaseInterrupted(["work"]);
        Assert.Equal(new QueueCounts(0, 0, Delayed: 1), await _queues.CountAsync("work", Token));
    }

    [Fact]
    public async Task ReleaseInterrupted_MessageThatEndsItsProcessEachTime_RunsOutOfTriesAtLast()
    {
        await _queues.SendAsync("work", "deadly"u8.ToArray(), TimeSpan.Zero, Token);
        var starts = 0;
        for (var tries = 0; tries < 5; starts++)
        {
            tries = Assert.Single(await _queues.ReceiveAsync("work", 1, TimeSpan.FromHours(1), Token)).Tries;
            _queues.ReleaseInterrupted(["work"]);
            Assert.True(starts < 1000);
        }

        Assert.True(starts > 20, "twenty ends of the process must not cost a message its tries");
    }

    [Fact]
    public async Task ReceiveAsync_HalfWrittenOrForeignFiles_LeftAlone()
    {
        await _queues.SendAsync("work", "one"u8.ToArray(), TimeSpan.Zero, Token);
        await File.WriteAllTextAsync(_folder.PathOf("work", "notes.txt"), "not a message", Token);
        await File.WriteAllTextAsync(_folder.PathOf("work", "08de000000000000-half-0-0-free.tmp"), "ha", Token);

        Assert.Single(await _queues.ReceiveAsync("work", 16, TimeSpan.FromMinutes(1), Token));
        Assert.True(File.Exists(_folder.PathOf("work", "notes.txt")));
    }

    public void Dispose() => _folder.Dispose();

    protected override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }
}
