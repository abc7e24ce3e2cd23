using System.Collections.Concurrent;
using System.Text;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.Storage;

/// <summary>
/// What every message queue must do. Each case gets empty queues. Times are whole seconds, since some queues know
/// nothing finer.
/// </summary>
public abstract class MessageQueueContract
{
    private const string Queue = "work";

    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(3);

    /// <summary>The queues under test.</summary>
    protected abstract IMessageQueue Queues { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Lets time pass on the queues' clock.</summary>
    protected abstract Task PassAsync(TimeSpan time);

    [Fact]
    public async Task ReceiveAsync_NoQueue_Nothing()
    {
        Assert.Empty(await Queues.ReceiveAsync("unknown", 16, Hold, Token));
        Assert.Equal(new QueueCounts(0, 0, 0), await Queues.CountAsync("unknown", Token));
    }

    [Fact]
    public async Task ReceiveAsync_SeveralMessages_OldestFirstUpToTheCount()
    {
        await SendAsync("one");
        await PassAsync(TimeSpan.FromSeconds(1));
        await SendAsync("two");
        await PassAsync(TimeSpan.FromSeconds(1));
        await SendAsync("three");

        Assert.Equal(["one", "two"], Texts(await Queues.ReceiveAsync(Queue, 2, Hold, Token)));
        Assert.Equal(["three"], Texts(await Queues.ReceiveAsync(Queue, 2, Hold, Token)));
    }

    [Fact]
    public async Task ReceiveAsync_TwoQueues_EachItsOwn()
    {
        await SendAsync("one");
        Assert.Empty(await Queues.ReceiveAsync("other", 16, Hold, Token));
        Assert.Equal(["one"], Texts(await Queues.ReceiveAsync(Queue, 16, Hold, Token)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    [InlineData(IMessageQueue.MaxBodyBytes)]
    public async Task ReceiveAsync_BinaryBody_ByteForByte(int size)
    {
        byte[] body = [.. Enumerable.Range(0, size).Select(i => (byte)i)];
        await Queues.SendAsync(Queue, body, TimeSpan.Zero, Token);
        var message = await ReceiveAsync();
        Assert.Equal(body, message.Body.ToArray());
        Assert.Equal(Queue, message.Queue);
        Assert.Equal(1, message.Tries);
    }

    [Fact]
    public async Task SendAsync_MoreThan48KiB_Refused()
    {
        var body = new byte[IMessageQueue.MaxBodyBytes + 1];
        await Assert.ThrowsAsync<ArgumentException>(() => Queues.SendAsync(Queue, body, TimeSpan.Zero, Token));
        Assert.Equal(new QueueCounts(0, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task SendAsync_DelayOfMoreThanAWeek_Refused()
    {
        var delay = IMessageQueue.MaxDelay;
        await Queues.SendAsync(Queue, "one"u8.ToArray(), delay, Token);
        await Assert.ThrowsAsync<ArgumentException>(
            () => Queues.SendAsync(Queue, "one"u8.ToArray(), delay + TimeSpan.FromSeconds(1), Token));
        Assert.Equal(new QueueCounts(0, 0, 1), await CountAsync());
    }

    [Fact]
    public async Task SendAsync_Delay_VisibleOnlyAfterIt()
    {
        await SendAsync("late", Delay);
        Assert.Empty(await Queues.ReceiveAsync(Queue, 16, Hold, Token));
        Assert.Equal(new QueueCounts(0, 0, 1), await CountAsync());

        await PassAsync(Later);
        Assert.Equal("late", Text(await ReceiveAsync()));
    }

    [Fact]
    public async Task ReceiveAsync_HeldMessage_NobodyElseGetsIt()
    {
        await SendAsync("one");
        await ReceiveAsync();
        Assert.Empty(await Queues.ReceiveAsync(Queue, 16, Hold, Token));
    }

    [Fact]
    public async Task ReceiveAsync_HoldHasRunOut_SameMessageAgain()
    {
        await SendAsync("one");
        var first = await ReceiveAsync();
        await PassAsync(Later);
        var second = await ReceiveAsync();
        Assert.Equal(first.Id, second.Id);
        Assert.Equal("one", Text(second));
        Assert.NotEqual(first.Receipt, second.Receipt);
    }

    [Fact]
    public async Task ExtendAsync_HeldMessage_HeldThatMuchLonger()
    {
        await SendAsync("one");
        var message = await ReceiveAsync();
        var extended = await Queues.ExtendAsync(message, TimeSpan.FromSeconds(30), Token);
        await PassAsync(Later);

        Assert.NotNull(extended);
        Assert.Empty(await Queues.ReceiveAsync(Queue, 16, Hold, Token));
        Assert.True(await Queues.DeleteAsync(extended, Token));
        Assert.Equal(new QueueCounts(0, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task AnyCall_HoldWasLost_SaysSoAndDisturbsNobody()
    {
        await SendAsync("one");
        var lost = await ReceiveAsync();
        await PassAsync(Later);
        var held = await ReceiveAsync(TimeSpan.FromSeconds(30));

        Assert.Null(await Queues.ExtendAsync(lost, Hold, Token));
        Assert.False(await Queues.ReleaseAsync(lost, TimeSpan.Zero, countsAsTry: true, Token));
        Assert.False(await Queues.DeleteAsync(lost, Token));
        Assert.True(await Queues.DeleteAsync(held, Token));
    }

    [Fact]
    public async Task AnyCall_MessageWasDeleted_SaysSo()
    {
        await SendAsync("one");
        var message = await ReceiveAsync();
        Assert.True(await Queues.DeleteAsync(message, Token));

        Assert.Null(await Queues.ExtendAsync(message, Hold, Token));
        Assert.False(await Queues.ReleaseAsync(message, TimeSpan.Zero, countsAsTry: true, Token));
        Assert.False(await Queues.DeleteAsync(message, Token));
        await PassAsync(Later);
        Assert.Equal(new QueueCounts(0, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task ReleaseAsync_WorkThatFailed_CountsAsTry()
    {
        await SendAsync("one");
        for (var tries = 1; tries <= 3; tries++)
        {
            var message = await ReceiveAsync();
            Assert.Equal(tries, message.Tries);
            Assert.True(await Queues.ReleaseAsync(message, TimeSpan.Zero, countsAsTry: true, Token));
        }
    }

    [Fact]
    public async Task ReleaseAsync_WorkThatWasInterrupted_DoesNotCountAsTry()
    {
        await SendAsync("one");
        for (var interruptions = 0; interruptions < 20; interruptions++)
        {
            var message = await ReceiveAsync();
            Assert.Equal(1, message.Tries);
            Assert.True(await Queues.ReleaseAsync(message, TimeSpan.Zero, countsAsTry: false, Token));
        }
    }

    [Fact]
    public async Task ReleaseAsync_Delay_VisibleOnlyAfterIt()
    {
        await SendAsync("one");
        var message = await ReceiveAsync();
        Assert.True(await Queues.ReleaseAsync(message, Delay, countsAsTry: true, Token));
        Assert.Empty(await Queues.ReceiveAsync(Queue, 16, Hold, Token));

        await PassAsync(Later);
        var again = await ReceiveAsync();
        Assert.Equal(message.Id, again.Id);
        Assert.Equal("one", Text(again));
    }

    [Fact]
    public async Task ReceiveAsync_CompetingReceivers_EachMessageGoesToOne()
    {
        const int Messages = 200;
        for (var number = 0; number < Messages; number++)
        {
            await SendAsync($"{number}");
        }

        var received = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                while (await Queues.ReceiveAsync(Queue, 7, TimeSpan.FromMinutes(5), Token) is { Count: > 0 } messages)
                {
                    foreach (var message in messages)
                    {
                        received.Add(Text(message));
                        Assert.True(await Queues.DeleteAsync(message, Token));
                    }
                }
            },
            Token)));

        Assert.Equal(Messages, received.Count);
        Assert.Equal(Messages, received.Distinct().Count());
        Assert.Equal(new QueueCounts(0, 0, 0), await CountAsync());
    }

    private static string Text(QueueMessage message) => Encoding.UTF8.GetString(message.Body.Span);

    private static IEnumerable<string> Texts(IEnumerable<QueueMessage> messages) => messages.Select(Text);

    private Task SendAsync(string text, TimeSpan delay = default) =>
        Queues.SendAsync(Queue, Encoding.UTF8.GetBytes(text), delay, Token);

    private async Task<QueueMessage> ReceiveAsync(TimeSpan? hold = null) =>
        Assert.Single(await Queues.ReceiveAsync(Queue, 16, hold ?? Hold, Token));

    private Task<QueueCounts> CountAsync() => Queues.CountAsync(Queue, Token);
}
