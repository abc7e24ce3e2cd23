using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsAlerts.Rules;

/// <summary>
/// Finds at once where 64 characters may belong to words: ASCII letters and digits do, other ASCII and U+2010 to U+205F
/// (dashes, quotation marks, the ellipsis) never, and of all others <see cref="TokenReader"/> knows more.
/// </summary>
internal static class WordMask
{
    /// <summary>How many characters are looked at together.</summary>
    public const int Block = 64;

    private const ushort FirstPunctuation = 0x2010;
    private const ushort PunctuationLength = 0x50;

    /// <summary>Finds the runs of characters that may belong to words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lower">
    /// Where its characters go as lower-case ASCII, those that are not ASCII as any byte above it; a block longer than the text.
    /// </param>
    /// <param name="edges">Where the runs start and end, in turn; a block longer than the text.</param>
    /// <returns>How many edges there are: twice as many as runs.</returns>
    public static int FindRuns(ReadOnlySpan<char> text, Span<byte> lower, Span<int> edges)
    {
        ref var target = ref MemoryMarshal.GetReference(lower[..(text.Length + Block)]);
        ref var edge = ref MemoryMarshal.GetReference(edges[..(text.Length + Block)]);
        var count = 0;
        var wasInside = 0UL;
        var at = 0;
        for (; at + Block <= text.Length; at += Block)
        {
            ref var block = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at));
            var inside = Classify(ref block, ref Unsafe.Add(ref target, at));
            count += AddEdges(inside ^ ((inside << 1) | wasInside), at, ref Unsafe.Add(ref edge, count));
            wasInside = inside >> (Block - 1);
        }

        // The rest with zeros after it, which end the last run.
        Span<ushort> rest = stackalloc ushort[Block];
        rest.Clear();
        MemoryMarshal.Cast<char, ushort>(text[at..]).CopyTo(rest);
        var last = Classify(ref MemoryMarshal.GetReference(rest), ref Unsafe.Add(ref target, at));
        return count + AddEdges(last ^ ((last << 1) | wasInside), at, ref Unsafe.Add(ref edge, count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Classify(ref ushort block, ref byte lower) =>
        ClassifyHalf(ref block, ref lower)
        | ((ulong)ClassifyHalf(ref Unsafe.Add(ref block, Block / 2), ref Unsafe.Add(ref lower, Block / 2)) << (Block / 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ClassifyHalf(ref ushort block, ref byte lower)
    {
        var units = Vector256.Narrow(
            Saturate(Vector256.LoadUnsafe(ref block)),
            Saturate(Vector256.LoadUnsafe(ref block, (nuint)Vector256<ushort>.Count)));

        // The bit that makes a letter lower case is set in every digit.
        var lowered = units | Vector256.Create((byte)0x20);
        lowered.StoreUnsafe(ref lower);
        var letters = Vector256.LessThanOrEqual(lowered - Vector256.Create((byte)'a'), Vector256.Create((byte)('z' - 'a')));
        var digits = Vector256.LessThanOrEqual(units - Vector256.Create((byte)'0'), Vector256.Create((byte)('9' - '0')));
        return (letters | digits | units).ExtractMostSignificantBits();
    }

    /// <summary>Makes every unit fit into a byte: 0 stands for punctuation, 255 for what is beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Saturate(Vector256<ushort> units)
    {
        var others = Vector256.GreaterThanOrEqual(units - Vector256.Create(FirstPunctuation), Vector256.Create(PunctuationLength));
        return Vector256.Min(units & others, Vector256.Create((ushort)byte.MaxValue));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int AddEdges(ulong edges, int start, ref int target)
    {
        // Written past the last one: how many there are cannot be foretold, so that a jump less is worth more.
        const int Step = 8;
        var count = BitOperations.PopCount(edges);
        for (var i = 0; i < count; i += Step)
        {
            AddFour(ref edges, start, ref Unsafe.Add(ref target, i));
            AddFour(ref edges, start, ref Unsafe.Add(ref target, i + (Step / 2)));
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddFour(ref ulong edges, int start, ref int target)
    {
        target = NextEdge(ref edges) + start;
        Unsafe.Add(ref target, 1) = NextEdge(ref edges) + start;
        Unsafe.Add(ref target, 2) = NextEdge(ref edges) + start;
        Unsafe.Add(ref target, 3) = NextEdge(ref edges) + start;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NextEdge(ref ulong edges)
    {
        var edge = BitOperations.TrailingZeroCount(edges);
        edges &= edges - 1;
        return edge;
    }
}
