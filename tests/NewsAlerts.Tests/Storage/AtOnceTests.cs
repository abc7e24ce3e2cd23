using NewsAlerts.Storage;

namespace NewsAlerts.Tests.Storage;

public class AtOnceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SelectAtOnce_Many_EveryResultAndNoMoreCallsThanAllowed()
    {
        var (now, most) = (0, 0);
        var results = await Enumerable.Range(0, 100).SelectAtOnceAsync(
            4,
            async (number, token) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                await Task.Delay(1, token);
                Interlocked.Decrement(ref now);
                return number;
            },
            Token).ToListAsync(Token);

        Assert.Equal(Enumerable.Range(0, 100), results.Order());
        Assert.InRange(most, 2, 4);
    }

    [Fact]
    public async Task SelectAtOnce_ACallFails_TheReaderIsTold() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => Enumerable.Range(0, 100)
            .SelectAtOnceAsync(4, (number, _) => number == 50 ? throw new InvalidDataException() : Task.FromResult(number), Token)
            .ToListAsync(Token).AsTask());

    [Fact]
    public async Task SelectAtOnce_TheReaderStops_TheCallsEnd()
    {
        var calls = 0;
        var first = await Enumerable.Range(0, 1000).SelectAtOnceAsync(4, (number, _) => Task.FromResult(Interlocked.Increment(ref calls)), Token).FirstAsync(Token);

        Assert.InRange(first, 1, 9);
        Assert.InRange(calls, 1, 20);
    }
}
