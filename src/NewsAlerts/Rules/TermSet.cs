using System.Runtime.CompilerServices;

namespace NewsAlerts.Rules;

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

    /// <summary>
    /// Adds the terms of which each token is one, its flags below it; where it is negative, the token is none. Takes the
    /// flags away.
    /// </summary>
    /// <param name="tokens">The terms of the tokens.</param>
    /// <param name="flagBits">How many bits the flags have, of which the highest is asked for.</param>
    /// <param name="flagged">Where terms that are new and have that flag go; one longer than the tokens.</param>
    /// <param name="others">Where the tokens go that are no term; one longer than the tokens.</param>
    /// <returns>How many of both there are.</returns>
    public (int Flagged, int Others) AddTokens(Span<int> tokens, int flagBits, Span<int> flagged, Span<int> others)
    {
        MakeRoom(tokens.Length);
        var (bits, members, count) = (_bits, _members, Count);
        var (flaggedCount, otherCount) = (0, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            // What is no term asks for any bit, and sets none.
            var flags = tokens[i];
            var isTerm = ~(flags >> 31);
            var term = flags >> flagBits;
            tokens[i] = term;
            ref var word = ref bits[(term & isTerm) >> WordShift];
            var isNew = (int)(~word >> term) & isTerm & 1;
            word |= (ulong)(uint)isNew << term;
            members[count] = term;
            count += isNew;
            flagged[flaggedCount] = term;
            flaggedCount += (flags >> (flagBits - 1)) & isNew;
            others[otherCount] = i;
            otherCount += isTerm + 1;
        }

        Count = count;
        return (flaggedCount, otherCount);
    }
}
