using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsAlerts.Rules.Terms;

/// <summary>The terms of an item: as bits to ask, and in the order in which they came.</summary>
internal sealed class TermSet
{
    private const int WordShift = 6;

    private ulong[] _bits = [];
    private int[] _members = new int[256];

    public int Count { get; private set; }

    /// <summary>The terms in the order in which they came.</summary>
    public ReadOnlySpan<int> Members => _members.AsSpan(0, Count);

    /// <summary>The bits, one a term.</summary>
    public ReadOnlySpan<ulong> Bits => _bits;

    /// <summary>Makes room for terms below a limit; forgets those that are there.</summary>
    public void Clear(int limit)
    {
        foreach (var member in Members)
        {
            _bits[member >> WordShift] = 0;
        }

        Count = 0;
        if (limit >> WordShift >= _bits.Length)
        {
            _bits = new ulong[(limit >> WordShift) + 1];
        }
    }

    public bool Contains(int term) => (_bits[term >> WordShift] & (1UL << term)) != 0;

    /// <summary>Makes room for as many terms more.</summary>
    public void MakeRoom(int more)
    {
        // One more, which is written before it is known whether it is new.
        if (Count + more >= _members.Length)
        {
            Array.Resize(ref _members, Math.Max(Count + more + 1, _members.Length * 2));
        }
    }

    /// <summary>Adds a term, for which there must be room; 0 where it was there, 1 where it is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(int term)
    {
        ref var word = ref _bits[term >> WordShift];
        var isNew = (int)(~word >> term) & 1;
        word |= 1UL << term;
        _members[Count] = term;
        Count += isNew;
        return isNew;
    }

    /// <summary>Adds terms, flags below them.</summary>
    public void AddAll(ReadOnlySpan<int> terms, int flagBits)
    {
        // There is room, and all terms are below the limit: nothing is to be checked again.
        MakeRoom(terms.Length);
        ref var bits = ref MemoryMarshal.GetArrayDataReference(_bits);
        ref var members = ref MemoryMarshal.GetArrayDataReference(_members);
        var count = Count;
        foreach (var flagged in terms)
        {
            var term = flagged >> flagBits;
            ref var word = ref Unsafe.Add(ref bits, term >> WordShift);
            Unsafe.Add(ref members, count) = term;
            count += (int)(~word >> term) & 1;
            word |= 1UL << term;
        }

        Count = count;
    }
}
