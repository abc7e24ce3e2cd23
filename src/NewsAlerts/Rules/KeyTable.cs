using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsAlerts.Rules;

/// <summary>
/// Finds numbers by keys. One byte of each key's hash stands apart, 16 of them side by side: most keys that are not
/// there are ruled out by one look at them. (The layout of Abseil's "Swiss tables".)
/// </summary>
internal sealed class KeyTable
{
    /// <summary>What is found where a key is not there.</summary>
    public const int None = int.MinValue;

    private const int GroupSize = 16;

    // Of 16 slots; so few that hardly any group is full.
    private const int RoomInGroup = 9;
    private const byte InUse = 0x80;
    private const int TagShift = 25;

    private byte[] _tags = [];
    private Slot[] _slots = [];
    private int _groups;

    /// <param name="capacity">For how many keys there is room before it grows.</param>
    public KeyTable(int capacity = 0) => Resize((capacity / RoomInGroup) + 1);

    /// <summary>A copy, to which more keys can be added.</summary>
    public KeyTable(KeyTable other)
    {
        _tags = [.. other._tags];
        _slots = [.. other._slots];
        _groups = other._groups;
        Count = other.Count;
    }

    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(TermKey key) => FindAt(key, Seek(key));

    /// <summary>
    /// The first half of finding a key: where it may be, for <see cref="FindAt"/>. Several keys sought one after the
    /// other are brought near together.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Seek(TermKey key)
    {
        // Whether a key is there cannot be foretold: numbers decide instead of jumps. Indexes are inside by construction.
        var hash = key.Hash();
        var first = GroupOf(hash) * GroupSize;
        var tags = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_tags), (nuint)(uint)first);
        var same = Vector128.Equals(tags, Vector128.Create(TagOf(hash))).ExtractMostSignificantBits();
        var isCandidate = (int)(same | (0 - same)) >> 31;
        var at = (first + BitOperations.TrailingZeroCount(same)) & isCandidate;
        CacheHint.WillRead(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), (nint)(uint)at));

        // The sign says that it may be somewhere else, too: a group is full, or two tags are equal.
        var isOpen = (same & (same - 1) & (uint)isCandidate) | ((tags.ExtractMostSignificantBits() + 1) >> GroupSize);
        return at | (int)((isOpen | (0 - isOpen)) & 0x8000_0000);
    }

    /// <summary>The number of a key that may be where <see cref="Seek"/> said.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindAt(TermKey key, int at)
    {
        ref var slot = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), (nint)(uint)(at & int.MaxValue));
        var difference = (slot.Low ^ key.Low) | (slot.High ^ key.High);
        var differs = (int)((long)(difference | (0 - difference)) >> 63);
        return (differs & at) >= 0 ? (slot.Number & ~differs) | (None & differs) : FindAnywhere(key);
    }

    /// <summary>Adds a key that is not there.</summary>
    public void Add(TermKey key, int number)
    {
        if (Count == _groups * RoomInGroup)
        {
            Grow();
        }

        Place(key, number);
        Count++;
    }

    /// <summary>The first key with a number that is meant, of which there is one. Looks through all keys.</summary>
    public TermKey KeyOf(Func<int, bool> isMeant)
    {
        var at = 0;
        while (_tags[at] == 0 || !isMeant(_slots[at].Number))
        {
            at++;
        }

        return new(_slots[at].Low, _slots[at].High);
    }

    /// <summary>A table of the same keys, of just the size that they need, with other numbers.</summary>
    public KeyTable Select(Func<int, int> number)
    {
        var table = new KeyTable(Count);
        for (var i = 0; i < _tags.Length; i++)
        {
            if (_tags[i] != 0)
            {
                table.Add(new(_slots[i].Low, _slots[i].High), number(_slots[i].Number));
            }
        }

        return table;
    }

    private static byte TagOf(ulong hash) => (byte)(((uint)hash >> TagShift) | InUse);

    private int GroupOf(ulong hash) => (int)((hash >> 32) * (ulong)_groups >> 32);

    private int After(int group) => group + 1 == _groups ? 0 : group + 1;

    private int FindAnywhere(TermKey key)
    {
        for (var group = GroupOf(key.Hash()); ; group = After(group))
        {
            var tags = _tags.AsSpan(group * GroupSize, GroupSize);
            for (var i = 0; i < GroupSize; i++)
            {
                ref var slot = ref _slots[(group * GroupSize) + i];
                if (tags[i] == 0)
                {
                    return None;
                }

                if (slot.Low == key.Low && slot.High == key.High)
                {
                    return slot.Number;
                }
            }
        }
    }

    private void Place(TermKey key, int number)
    {
        var hash = key.Hash();
        var group = GroupOf(hash);
        int free;
        while ((free = _tags.AsSpan(group * GroupSize, GroupSize).IndexOf((byte)0)) < 0)
        {
            group = After(group);
        }

        var at = (group * GroupSize) + free;
        _tags[at] = TagOf(hash);
        _slots[at] = new(key.Low, key.High, number);
    }

    private void Grow()
    {
        var (tags, slots) = (_tags, _slots);
        Resize(_groups * 2);
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i] != 0)
            {
                Place(new(slots[i].Low, slots[i].High), slots[i].Number);
            }
        }
    }

    private void Resize(int groups)
    {
        _tags = new byte[groups * GroupSize];
        _slots = new Slot[groups * GroupSize];
        _groups = groups;
    }

    // Packed: eight bytes alignment would cost four bytes a slot, and saves no look at a second cache line.
    [StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
    private readonly record struct Slot(ulong Low, ulong High, int Number);
}
