using NewsAlerts.Archive.Segments;

namespace NewsAlerts.Tests.Archive.Segments;

public class KeyFilterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(800)]
    [InlineData(6000)]
    public void MayHold_WhatIsIn_Always(int count)
    {
        var keys = Keys("in", count);
        var filter = KeyFilter.Of(keys);

        Assert.True(KeyFilter.MayHold(filter, keys));
        Assert.InRange(filter.Length, 2, 2800);
    }

    [Fact]
    public void MayHold_WhatIsNotIn_HardlyEver()
    {
        var filter = KeyFilter.Of(Keys("in", 55));

        Assert.InRange(Keys("out", 100_000).Count(key => KeyFilter.MayHold(filter, [key])), 0, 100);
    }

    [Fact]
    public void MayHold_NothingIsKnown_True() => Assert.True(KeyFilter.MayHold(null, Keys("in", 1)));

    [Fact]
    public void Of_Keys_LiteralValue() => Assert.Equal("DuX_V4ACFP5_", KeyFilter.Of(Keys("in", 3)));

    [Fact]
    public void KeyOf_Text_LiteralValue() => Assert.Equal(4878520745048067146UL, KeyHash.Of("link", "https://example.org/"));

    private static ulong[] Keys(string kind, int count) =>
        [.. Enumerable.Range(0, count).Select(number => KeyHash.Of(kind, $"{number}"))];
}
