using Microsoft.Extensions.Logging.Abstractions;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Running;
using NewsAlerts.Local.Storage;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.Running;

public sealed class QueueLoopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_WorkThatHangs_TakesNoPlaceForLong()
    {
        await RunAsync(messages: 40, async begun =>
        {
            await begun(16);
            _time.Advance(TimeSpan.FromSeconds(1));
            await begun(32);
            _time.Advance(TimeSpan.FromSeconds(1));
            await begun(40);
        });
    }

    [Fact]
    public async Task Run_AllWorkHangs_SomeIsLeftInTheQueue()
    {
        await RunAsync(messages: 300, async begun =>
        {
            for (var count = 16; count <= 256; count += 16)
            {
                await begun(count);
                _time.Advance(TimeSpan.FromSeconds(1));
            }

            await begun(256);
        });
    }

    private async Task RunAsync(int messages, Func<Func<int, Task>, Task> check)
    {
        var queue = new WakingQueue(new FileMessageQueue(_folder.PathOf("queues"), _time), _time);
        for (var i = 0; i < messages; i++)
        {
            await queue.SendAsync("alerts", "{}"u8.ToArray(), TimeSpan.Zero, Token);
        }

        var count = 0;
        var settings = new QueueSettings { BatchSize = 16, NewBatchThreshold = 8 };
        var poison = new PoisonMessages(
            new FileDocumentStore(_folder.PathOf("documents")), queue, _time, NullLogger<PoisonMessages>.Instance);
        var loop = new QueueLoop("alerts", HangAsync, queue, poison, settings, TimeSpan.FromSeconds(1), _time, NullLogger.Instance);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = loop.RunAsync(end.Token, end.Token);
        await check(BegunAsync);
        await end.CancelAsync();
        await running;

        async Task HangAsync(QueueMessage message, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref count);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        // So many, and no more.
        async Task BegunAsync(int expected)
        {
            await Eventually.TrueAsync(() => Volatile.Read(ref count) >= expected, Token);
            Assert.Equal(expected, Volatile.Read(ref count));
        }
    }
}
