using NewsAlerts.Http;

namespace NewsAlerts.Tests.Http;

public class HostGateTests
{
    [Fact]
    public async Task Enter_ThirdRequestToAHost_WaitsWhileOtherHostsEnter()
    {
        using var gate = new HostGate();
        var first = await EnterAsync(gate, "a.example");
        using var second = await EnterAsync(gate, "A.example");

        var third = EnterAsync(gate, "a.example");
        using var other = await EnterAsync(gate, "b.example");

        Assert.False(third.IsCompleted);
        first.Dispose();
        using var entered = await third;
    }

    [Fact]
    public async Task Enter_WaitIsCancelled_PlacesStayWhole()
    {
        using var gate = new HostGate();
        var first = await EnterAsync(gate, "a.example");
        var second = await EnterAsync(gate, "a.example");
        using var cancelled = new CancellationTokenSource();
        var third = gate.EnterAsync("a.example", cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);

        first.Dispose();
        second.Dispose();

        using var again = await EnterAsync(gate, "a.example");
        using var andAgain = await EnterAsync(gate, "a.example");
    }

    private static Task<IDisposable> EnterAsync(HostGate gate, string host) =>
        gate.EnterAsync(host, TestContext.Current.CancellationToken);
}
