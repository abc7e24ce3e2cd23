using NewsAlerts.Polling.Shards;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Storage;

public sealed class LeaseTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(null, false)]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(60, true)]
    [InlineData(110, true)]
    [InlineData(121, false)]
    [InlineData(30 * 86_400, false)]
    public void Holds_EndInSeconds_NotWhenPassedNorFurtherAheadThanItCanHaveBeenSet(int? seconds, bool holds) =>
        Assert.Equal(holds, Lease.Holds(seconds is { } ahead ? Now.AddSeconds(ahead) : null, Now));

    [Fact]
    public void IsDue_LeaseOfAClockThatWasWrong_DueAllTheSame()
    {
        var shard = new ListedShard("0001", Now.AddMinutes(-1), Now.AddDays(30));
        var claimed = new FeedShard { Claim = new PollClaim("one", "token", Now.AddDays(30)) };

        Assert.True(shard.IsDue(Now));
        Assert.False(claimed.IsClaimedByAnother("other", Now));
    }

    [Fact]
    public async Task KeptLease_WhileItIsRenewed_HoldsForAnyTime()
    {
        var renewals = 0;
        await using var lease = new KeptLease(_ => Task.FromResult(++renewals > 0), _time, CancellationToken.None);

        for (var quarter = 1; quarter <= 12; quarter++)
        {
            await PassAsync(() => renewals == quarter);
            Assert.True(lease.HoldsFor(Lease.Time / 2));
        }

        Assert.False(lease.IsLost);
        Assert.False(lease.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task KeptLease_SomebodyElseHasIt_LostAndTheWorkEnds()
    {
        await using var lease = new KeptLease(_ => Task.FromResult(false), _time, CancellationToken.None);

        await PassAsync(() => lease.Token.IsCancellationRequested, isLast: true);

        Assert.True(lease.IsLost);
        Assert.False(lease.HoldsFor(TimeSpan.Zero));
    }

    [Fact]
    public async Task KeptLease_StorageFails_TriedAgainUntilItEnds()
    {
        var tries = 0;
        await using var lease = new KeptLease(
            _ =>
            {
                tries++;
                throw new StorageUnavailableException(StorageProblem.Busy, "busy");
            },
            _time,
            CancellationToken.None);

        for (var quarter = 1; quarter < 4; quarter++)
        {
            await PassAsync(() => tries == quarter);
            Assert.False(lease.IsLost);
        }

        Assert.False(lease.HoldsFor(Lease.Time / 2));
        await PassAsync(() => lease.Token.IsCancellationRequested, isLast: true);
        Assert.True(lease.IsLost);
    }

    [Fact]
    public async Task KeptLease_Disposed_RenewedNoMore()
    {
        var renewals = 0;
        var lease = new KeptLease(_ => Task.FromResult(++renewals > 0), _time, CancellationToken.None);
        await lease.DisposeAsync();

        _time.Advance(Lease.Time);
        await lease.DisposeAsync();

        Assert.Equal(0, renewals);
    }

    // Time goes on only once the next renewal waits for it.
    private async Task PassAsync(Func<bool> isDone, bool isLast = false)
    {
        _time.Advance(Lease.Time / 4);
        for (var i = 0; i < 2000 && !(isDone() && (isLast || _time.Timers > 0)); i++)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.True(isDone());
    }
}
