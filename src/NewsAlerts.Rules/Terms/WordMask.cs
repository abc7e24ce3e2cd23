using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Rules.Terms;

/// <summary>
/// Finds at once where tokens may be among 64 characters. ASCII letters and digits belong to words; Kana and Han are
/// tokens by themselves; other ASCII, U+2010 to U+205F (dashes, quotation marks, the ellipsis) and the punctuation of East
/// Asia belong to none; of all others <see cref="TokenReader"/> knows more.
/// </summary>
internal static class WordMask
{
    /// <summary>How many characters are looked at together.</summary>
    public const int Block = 64;

    /// <summary>The byte of a character that is a token by itself, and of no other.</summary>
    public const byte Lone = 0x80;

    private const int Half = Block / 2;
    private const ushort FirstPunctuation = 0x2010;
    private const ushort PunctuationLength = 0x50;

    /// <summary>Finds characters that are tokens by themselves, and the runs of others that may belong to words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lower">
    /// Where its characters go as lower-case ASCII, those that are not ASCII as bytes above it; a block longer than the text.
    /// </param>
    /// <param name="starts">Where the starts of all go; a block longer than the text.</param>
    /// <param name="ends">Where their ends go; a block longer than the text.</param>
    /// <returns>How many there are, and whether some are tokens by themselves.</returns>
    public static (int Count, bool HasLone) FindRuns(ReadOnlySpan<char> text, Span<byte> lower, Span<int> starts, Span<int> ends)
    {
        ref var target = ref MemoryMarshal.GetReference(lower[..(text.Length + Block)]);
        ref var start = ref MemoryMarshal.GetReference(starts[..(text.Length + Block)]);
        ref var end = ref MemoryMarshal.GetReference(ends[..(text.Length + Block)]);
        var (started, ended) = (0, 0);
        var (before, hasLone) = (default(Kinds), 0UL);
        var at = 0;
        for (; at + Block <= text.Length; at += Block)
        {
            ref var block = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at));
            var kinds = Classify(ref block, ref Unsafe.Add(ref target, at));
            started += BitPlaces.Add(kinds.StartsAfter(before), at, ref Unsafe.Add(ref start, started));
            ended += BitPlaces.Add(kinds.EndsAfter(before), at, ref Unsafe.Add(ref end, ended));
            hasLone |= kinds.Lone;
            before = kinds;
        }

        // The rest with zeros after it, which end the last run.
        Span<ushort> rest = stackalloc ushort[Block];
        rest.Clear();
        MemoryMarshal.Cast<char, ushort>(text[at..]).CopyTo(rest);
        var last = Classify(ref MemoryMarshal.GetReference(rest), ref Unsafe.Add(ref target, at));
        started += BitPlaces.Add(last.StartsAfter(before), at, ref Unsafe.Add(ref start, started));
        BitPlaces.Add(last.EndsAfter(before), at, ref Unsafe.Add(ref end, ended));
        return (started, (hasLone | last.Lone) != 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Kinds Classify(ref ushort block, ref byte lower)
    {
        var (first, firstOthers) = ClassifyHalf(ref block, ref lower);
        var (second, secondOthers) = ClassifyHalf(ref Unsafe.Add(ref block, Half), ref Unsafe.Add(ref lower, Half));
        var kinds = new Kinds(first | ((ulong)second << Half), 0);
        return (firstOthers | secondOthers) == 0 ? kinds : WithOthers(kinds, ref block, ref lower);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint Words, uint Others) ClassifyHalf(ref ushort half, ref byte lower)
    {
        var units = Vector256.Narrow(
            Saturate(Vector256.LoadUnsafe(ref half)),
            Saturate(Vector256.LoadUnsafe(ref half, (nuint)Vector256<ushort>.Count)));

        // The bit that makes a letter lower case is set in every digit.
        var lowered = units | Vector256.Create((byte)0x20);
        lowered.StoreUnsafe(ref lower);
        var letters = Vector256.LessThanOrEqual(lowered - Vector256.Create((byte)'a'), Vector256.Create((byte)('z' - 'a')));
        var digits = Vector256.LessThanOrEqual(units - Vector256.Create((byte)'0'), Vector256.Create((byte)('9' - '0')));
        return ((letters | digits | units).ExtractMostSignificantBits(), units.ExtractMostSignificantBits());
    }

    /// <summary>Makes every unit fit into a byte: 0 stands for punctuation, 255 for what is beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Saturate(Vector256<ushort> units)
    {
        var others = Vector256.GreaterThanOrEqual(units - Vector256.Create(FirstPunctuation), Vector256.Create(PunctuationLength));
        return Vector256.Min(units & others, Vector256.Create((ushort)byte.MaxValue));
    }

    /// <summary>Looks at a block again in which not all is ASCII.</summary>
    private static Kinds WithOthers(Kinds kinds, ref ushort block, ref byte lower)
    {
        var (lone, none) = (0UL, 0UL);
        for (var at = 0; at < Block; at += Vector256<byte>.Count)
        {
            var first = Vector256.LoadUnsafe(ref block, (nuint)at);
            var second = Vector256.LoadUnsafe(ref block, (nuint)(at + Vector256<ushort>.Count));
            var areLone = Vector256.Narrow(LoneAmong(first), LoneAmong(second));
            var bytes = Vector256.LoadUnsafe(ref lower, (nuint)at);
            Vector256.ConditionalSelect(areLone, Vector256.Create(Lone), bytes).StoreUnsafe(ref lower, (nuint)at);
            lone |= (ulong)areLone.ExtractMostSignificantBits() << at;
            none |= (ulong)Vector256.Narrow(PunctuationAmong(first), PunctuationAmong(second)).ExtractMostSignificantBits() << at;
        }

        return new(kinds.Words & ~(lone | none), lone);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> LoneAmong(Vector256<ushort> units) =>
        Between(units, '\u4e00', '\u9fff') | Between(units, '\u3041', '\u3096')
        | Between(units, '\u30a1', '\u30fa') | Between(units, '\u30fc', '\u30ff');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> PunctuationAmong(Vector256<ushort> units) =>
        Between(units, '\u3000', '\u3004') | Between(units, '\u3008', '\u3020') | Between(units, '\u30fb', '\u30fb')
        | Between(units, '\uff01', '\uff0f') | Between(units, '\uff1a', '\uff20');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Between(Vector256<ushort> units, char first, char last) =>
        Vector256.LessThanOrEqual(units - Vector256.Create((ushort)first), Vector256.Create((ushort)(last - first)));

    /// <summary>What the characters of a block are, a bit each.</summary>
    /// <param name="Words">Those that may belong to words.</param>
    /// <param name="Lone">Those that are tokens by themselves.</param>
    private readonly record struct Kinds(ulong Words, ulong Lone)
    {
        public ulong StartsAfter(Kinds before) => Lone | (Words & ~After(Words, before.Words));

        public ulong EndsAfter(Kinds before) => After(Lone, before.Lone) | (~Words & After(Words, before.Words));

        private static ulong After(ulong bits, ulong before) => (bits << 1) | (before >> (Block - 1));
    }
}
