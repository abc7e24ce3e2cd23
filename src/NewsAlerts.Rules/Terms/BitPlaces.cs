using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsAlerts.Rules.Terms;

/// <summary>
/// Lists the places of the bits that are set in a word of 64. More is written past the last one, up to 64 numbers in all: how
/// many there are cannot be foretold, so that a jump less is worth more.
/// </summary>
internal static class BitPlaces
{
    /// <summary>Lists the places of bits, each with a number added; says how many there are.</summary>
    /// <param name="bits">The bits.</param>
    /// <param name="first">What the place of the lowest bit is.</param>
    /// <param name="places">Where the first place goes; 64 fit behind it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Add(ulong bits, int first, ref int places)
    {
        var count = BitOperations.PopCount(bits);
        if (Avx512Vbmi2.IsSupported)
        {
            AddTogether(bits, count, first, ref places);
        }
        else
        {
            AddOneByOne(bits, count, first, ref places);
        }

        return count;
    }

    /// <summary>Lists places where the processor knows no quicker way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddOneByOne(ulong bits, int count, int first, ref int places)
    {
        const int Step = 4;
        for (var i = 0; i < count; i += Step)
        {
            ref var next = ref Unsafe.Add(ref places, i);
            next = first + TakeLowest(ref bits);
            Unsafe.Add(ref next, 1) = first + TakeLowest(ref bits);
            Unsafe.Add(ref next, 2) = first + TakeLowest(ref bits);
            Unsafe.Add(ref next, 3) = first + TakeLowest(ref bits);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTogether(ulong bits, int count, int first, ref int places)
    {
        // Each of 64 bytes gets the eight bits among which its own is.
        const ulong Ones = 0x0101_0101_0101_0101;
        var eighths = Vector512.Create(0, Ones, 2 * Ones, 3 * Ones, 4 * Ones, 5 * Ones, 6 * Ones, 7 * Ones).AsByte();
        var bytes = Avx512BW.Shuffle(Vector512.Create(bits).AsByte(), eighths);
        var own = Vector512.Create(0x8040_2010_0804_0201).AsByte();
        var found = Avx512Vbmi2.Compress(Vector512<byte>.Zero, Vector512.Equals(bytes & own, own), Vector512<byte>.Indices);
        AddQuarter(found.GetLower().GetLower(), first, ref places, 0);
        if (count > Vector512<int>.Count)
        {
            AddQuarter(found.GetLower().GetUpper(), first, ref places, 1);
            AddQuarter(found.GetUpper().GetLower(), first, ref places, 2);
            AddQuarter(found.GetUpper().GetUpper(), first, ref places, 3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddQuarter(Vector128<byte> found, int first, ref int places, int quarter) =>
        (Avx512F.ConvertToVector512Int32(found) + Vector512.Create(first))
            .StoreUnsafe(ref places, (nuint)(quarter * Vector512<int>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int TakeLowest(ref ulong bits)
    {
        var lowest = BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        return lowest;
    }
}
