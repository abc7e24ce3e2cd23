using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsAlerts.Rules.Terms;

/// <summary>
/// Finds the numbers of keys that are all known beforehand. A hash chooses a key's group; the groups stand one after the
/// other, without gaps. Each group has a line of 32 bytes: a tag of 16 bits for each of its keys, and where they start.
/// One look at the line rules out nearly all keys that are not there, and says where the others are.
/// </summary>
internal sealed class KeyIndex
{
    /// <summary>What is found where a key is not there.</summary>
    public const int None = int.MinValue;

    // The tags of a line, and in the place of two more the start.
    private const int Lanes = 16;
    private const int Tags = 14;
    private const uint TagBits = (1u << (2 * Tags)) - 1;

    // So few on average that hardly any group has more keys than tags.
    private const int KeysInGroup = 7;

    // Every tag is odd. The last one of a group with more keys stands for all that have none.
    private const ushort InUse = 1;
    private const ushort Others = 2;

    private readonly ushort[] _lines;
    private readonly Slot[] _slots;
    private readonly int _groups;

    /// <param name="keys">The keys, all different, each with its number.</param>
    public KeyIndex(ReadOnlySpan<(TermKey Key, int Number)> keys)
    {
        Count = keys.Length;
        _groups = (keys.Length / KeysInGroup) + 1;
        _lines = new ushort[(_groups + 1) * Lanes];
        _slots = new Slot[keys.Length + 1];
        foreach (var (key, _) in keys)
        {
            StartOf(GroupOf(key.Hash(), _groups) + 1)++;
        }

        for (var group = 1; group <= _groups; group++)
        {
            StartOf(group) += StartOf(group - 1);
        }

        var counts = new int[_groups];
        foreach (var (key, number) in keys)
        {
            var hash = key.Hash();
            var group = GroupOf(hash, _groups);
            var at = counts[group]++;
            _slots[StartOf(group) + at] = new(key.Low, key.High, number);
            _lines[(group * Lanes) + Math.Min(at, Tags - 1)] = at < Tags ? TagOf(hash) : Others;
        }
    }

    /// <summary>How many keys there are.</summary>
    public int Count { get; }

    /// <summary>All keys with their numbers, in no particular order.</summary>
    public IEnumerable<(TermKey Key, int Number)> Keys =>
        _slots.Take(Count).Select(slot => (new TermKey(slot.Low, slot.High), slot.Number));

    /// <summary>A key's number.</summary>
    public int Find(TermKey key)
    {
        var search = Search();
        return search.Misses(key, out var place) != 0 ? None : search.FindAt(key, place);
    }

    /// <summary>Finds many keys, one after the other.</summary>
    public Searcher Search() => new(this);

    private static int GroupOf(uint hash, int groups) => (int)((ulong)hash * (uint)groups >> 32);

    private static ushort TagOf(uint hash) => (ushort)(hash | InUse);

    private ref int StartOf(int group) => ref Unsafe.As<ushort, int>(ref _lines[(group * Lanes) + Tags]);

    // By itself, so that what calls it keeps its variables in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindInGroup(TermKey key)
    {
        var group = GroupOf(key.Hash(), _groups);
        foreach (var slot in _slots.AsSpan(StartOf(group)..StartOf(group + 1)))
        {
            if (slot.Low == key.Low && slot.High == key.High)
            {
                return slot.Number;
            }
        }

        return None;
    }

    /// <summary>
    /// Finds a key in two halves: whether a key is there cannot be foretold, and the first half tells without a jump.
    /// Places are inside by construction.
    /// </summary>
    public readonly ref struct Searcher(KeyIndex index)
    {
        private readonly KeyIndex _index = index;
        private readonly ref ushort _lines = ref MemoryMarshal.GetArrayDataReference(index._lines);
        private readonly ref Slot _slots = ref MemoryMarshal.GetArrayDataReference(index._slots);
        private readonly ulong _groups = (ulong)index._groups;

        /// <summary>Says where a key may be, for <see cref="FindAt"/>; 1 where it is not there, otherwise 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public uint Misses(TermKey key, out int place)
        {
            var hash = key.Hash();
            ref var line = ref Unsafe.AddByteOffset(ref _lines, (nuint)(hash * _groups >> 32) * (Lanes * sizeof(ushort)));
            var tags = Vector256.LoadUnsafe(ref line);
            var same = Vector256.Equals(tags, Vector256.Create(TagOf(hash))) | Vector256.Equals(tags, Vector256.Create(Others));

            // No bit is the place beyond the last one.
            var first = BitOperations.TrailingZeroCount(same.AsByte().ExtractMostSignificantBits() & TagBits);
            place = Unsafe.As<ushort, int>(ref Unsafe.Add(ref line, Tags)) + (first >> 1);
            return (uint)first / (2 * Lanes);
        }

        /// <summary>Says that a place will soon be looked at.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void WillFindAt(int place) => CacheHint.WillRead(ref Unsafe.Add(ref _slots, (nint)(uint)place));

        /// <summary>The number of a key that may be where <see cref="Misses"/> said.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int FindAt(TermKey key, int place)
        {
            ref var slot = ref Unsafe.Add(ref _slots, (nint)(uint)place);
            return ((slot.Low ^ key.Low) | (slot.High ^ key.High)) == 0 ? slot.Number : _index.FindInGroup(key);
        }
    }

    // Packed: eight bytes alignment would cost four bytes a slot, and saves no look at a second cache line.
    [StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
    private readonly record struct Slot(ulong Low, ulong High, int Number);
}
