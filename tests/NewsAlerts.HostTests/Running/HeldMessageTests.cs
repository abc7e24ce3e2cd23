using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Running;
using NewsAlerts.Local.Storage;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.Running;

public sealed class HeldMessageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Hold_LongWork_IsRenewedUntilItIsDone()
    {
        var queue = new FileMessageQueue(_folder.Path, _time);
        await using var held = new HeldMessage(await ReceiveAsync(queue), queue, _time, Token);

        for (var i = 0; i < 20; i++)
        {
            _time.Advance(HeldMessage.HoldTime / 4);
            await Task.Delay(10, Token);
        }

        Assert.Empty(await queue.ReceiveAsync("polls", 1, TimeSpan.FromMinutes(1), Token));
        Assert.False(held.Token.IsCancellationRequested);
        await held.DeleteAsync();
        Assert.Equal(new QueueCounts(0, 0, 0), await queue.CountAsync("polls", Token));
    }

    [Fact]
    public async Task Hold_SomebodyElseHasTheMessage_TheWorkEnds()
    {
        var queue = new FileMessageQueue(_folder.Path, _time);
        var message = await ReceiveAsync(queue);
        await using var held = new HeldMessage(message, queue, _time, Token);
        Assert.True(await queue.ReleaseAsync(message, TimeSpan.Zero, countsAsTry: false, Token));

        _time.Advance(HeldMessage.HoldTime / 4);
        await Eventually.TrueAsync(() => held.Token.IsCancellationRequested, Token);

        Assert.True(held.IsLost);
    }

    private static async Task<QueueMessage> ReceiveAsync(FileMessageQueue queue)
    {
        await queue.SendAsync("polls", "{}"u8.ToArray(), TimeSpan.Zero, Token);
        return Assert.Single(await queue.ReceiveAsync("polls", 1, HeldMessage.HoldTime, Token));
    }
}
