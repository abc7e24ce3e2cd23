using NewsAlerts.Subscriptions.Suppressed;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Subscriptions.Suppressed;

public sealed class SuppressionsTests
{
    private readonly ManualTime _time = new();
    private readonly Suppressions _suppressions;
    private int _writes;

    public SuppressionsTests() => _suppressions = new Suppressions(new MemoryDocuments(_ => _writes++), _time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_TwiceAndInOtherCapitals_IsRememberedOnceWithItsFirstTime()
    {
        var first = _time.GetUtcNow();
        await _suppressions.AddAsync("Me@example.org", "desk", [], Token);
        _time.Advance(TimeSpan.FromDays(1));
        await _suppressions.AddAsync("me@EXAMPLE.org", "desk", [], Token);
        await _suppressions.AddAsync("me@example.org", "digest", [], Token);

        var suppression = Assert.Single(await _suppressions.ListAsync(Token).ToListAsync(Token));
        Assert.Equal("Me@example.org", suppression.Address);
        Assert.Equal([("desk", first), ("digest", first.AddDays(1))], suppression.Destinations.Select(ended => (ended.Name, ended.At)));
        Assert.Equal(2, _writes);
    }

    [Fact]
    public async Task Remove_OneDestination_TheOthersStay()
    {
        await _suppressions.AddAsync("me@example.org", "desk", [], Token);
        await _suppressions.AddAsync("me@example.org", "digest", [], Token);

        Assert.True(await _suppressions.RemoveAsync("ME@example.org", "desk", Token));
        Assert.False(await _suppressions.RemoveAsync("me@example.org", "desk", Token));
        Assert.Equal("digest", Assert.Single((await _suppressions.FindAsync("me@example.org", Token))?.Destinations ?? []).Name);
        Assert.True(await _suppressions.RemoveAsync("me@example.org", "digest", Token));
        Assert.Null(await _suppressions.FindAsync("me@example.org", Token));
    }

    [Fact]
    public async Task Remove_WholeAddress_NothingStays()
    {
        await _suppressions.AddAsync("me@example.org", "desk", [], Token);
        await _suppressions.AddAsync("me@example.org", "digest", [], Token);

        Assert.True(await _suppressions.RemoveAsync("me@example.org", Token));
        Assert.False(await _suppressions.RemoveAsync("me@example.org", Token));
        Assert.Empty(await _suppressions.ListAsync(Token).ToListAsync(Token));
    }
}
