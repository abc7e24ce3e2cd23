using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.LibraryTests.Rules;

public class BitPlacesTests
{
    private const int First = 1_000;

    private static readonly Gen<ulong> Bits =
        from halves in Gen.Choose(int.MinValue, int.MaxValue).Two()
        select ((ulong)(uint)halves.Item1 << 32) | (uint)halves.Item2;

    [Fact]
    public void Add_AnyBits_ListsTheirPlacesBothWays() =>
        Prop.ForAll(
            Bits.Three().ToArbitrary(),
            words => AreListed(words.Item1)
                && AreListed(words.Item1 & words.Item2 & words.Item3)
                && AreListed(words.Item1 | words.Item2 | words.Item3))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1UL << 63)]
    [InlineData(0xFFFF)]
    [InlineData(0x1_FFFF)]
    [InlineData(ulong.MaxValue)]
    public void Add_FewestAndMostBits_ListsTheirPlacesBothWays(ulong bits) => Assert.True(AreListed(bits));

    private static bool AreListed(ulong bits)
    {
        var expected = Enumerable.Range(0, 64).Where(bit => (bits >> bit & 1) != 0).Select(bit => First + bit).ToList();
        var (places, oneByOne) = (new int[64], new int[64]);
        var count = BitPlaces.Add(bits, First, ref places[0]);
        BitPlaces.AddOneByOne(bits, BitOperations.PopCount(bits), First, ref oneByOne[0]);
        return places.Take(count).SequenceEqual(expected) && oneByOne.Take(expected.Count).SequenceEqual(expected);
    }
}
