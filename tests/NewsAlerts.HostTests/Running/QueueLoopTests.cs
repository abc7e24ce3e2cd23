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
        const int Messages = 40;
        var queue = new WakingQueue(new FileMessageQueue(_folder.PathOf("queues"), _time));
        for (var i = 0; i < Messages; i++)
        {
            await queue.SendAsync("alerts", "{}"u8.ToArray(), TimeSpan.Zero, Token);
        }

        var begun = 0;
        var settings = new QueueSettings { BatchSize = 16, NewBatchThreshold = 8 };
        var poison = new PoisonMessages(
            new FileDocumentStore(_folder.PathOf("documents")), queue, _time, NullLogger<PoisonMessages>.Instance);
        var loop = new QueueLoop("alerts", HangAsync, queue, poison, settings, _time, NullLogger.Instance);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = loop.RunAsync(end.Token, end.Token);

        await BegunAsync(settings.BatchSize);
        _time.Advance(TimeSpan.FromSeconds(1));
        await BegunAsync(2 * settings.BatchSize);
        _time.Advance(TimeSpan.FromSeconds(1));
        await BegunAsync(Messages);

        await end.CancelAsync();
        await running;

        async Task HangAsync(QueueMessage message, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref begun);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        // All of a batch, and no more.
        async Task BegunAsync(int count)
        {
            await Eventually.TrueAsync(() => Volatile.Read(ref begun) >= count, Token);
            Assert.Equal(count, Volatile.Read(ref begun));
        }
    }
}
