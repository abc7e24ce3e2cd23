using NewsAlerts.Channels.Email;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Email;

public class EmailPaceTests
{
    [Fact]
    public async Task WaitAsync_SeveralAtOnce_OneAfterTheOther()
    {
        var time = new ManualTime();
        var pace = new EmailPace(time);

        var turns = Enumerable.Range(0, 3).Select(_ => pace.WaitAsync(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken)).ToList();
        Assert.Equal([true, false, false], turns.Select(turn => turn.IsCompleted));

        time.Advance(TimeSpan.FromMilliseconds(100));
        await turns[1].WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.False(turns[2].IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(100));
        await turns[2].WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void WaitAsync_NoPace_NeverWaits()
    {
        var pace = new EmailPace(new ManualTime());

        Assert.All(Enumerable.Range(0, 9), _ => Assert.True(pace.WaitAsync(TimeSpan.Zero, TestContext.Current.CancellationToken).IsCompleted));
    }
}
