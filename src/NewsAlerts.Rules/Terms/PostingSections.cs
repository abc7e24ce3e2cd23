using System.Runtime.CompilerServices;

namespace NewsAlerts.Rules.Terms;

/// <summary>Lists the postings that an item's terms have, and their sections by kind; those that are empty are left out.</summary>
internal sealed class PostingSections
{
    private (int Start, int End)[] _all = [];
    private (int Start, int End)[] _decided = [];
    private (int Start, int End)[] _excluding = [];
    private (int Start, int End)[] _undecided = [];
    private int _count;
    private int _decidedCount;
    private int _excludingCount;
    private int _undecidedCount;

    /// <summary>All postings of each term.</summary>
    public ReadOnlySpan<(int Start, int End)> All => _all.AsSpan(0, _count);

    public ReadOnlySpan<(int Start, int End)> Decided => _decided.AsSpan(0, _decidedCount);

    public ReadOnlySpan<(int Start, int End)> Excluding => _excluding.AsSpan(0, _excludingCount);

    public ReadOnlySpan<(int Start, int End)> Undecided => _undecided.AsSpan(0, _undecidedCount);

    /// <summary>Empties the lists, and makes room for the sections of so many terms.</summary>
    public void Clear(int terms)
    {
        (_count, _decidedCount, _excludingCount, _undecidedCount) = (0, 0, 0, 0);
        if (terms >= _all.Length)
        {
            // One more, which is written before it is known whether it counts.
            var length = Math.Max(terms + 1, _all.Length * 2);
            (_all, _decided) = (new (int, int)[length], new (int, int)[length]);
            (_excluding, _undecided) = (new (int, int)[length], new (int, int)[length]);
        }
    }

    /// <summary>Adds the postings of a term.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add((int Start, int End) postings)
    {
        _all[_count] = postings;
        _count += (postings.Start - postings.End) >>> 31;
    }

    /// <summary>Adds the sections of a term, each of which ends where the next one starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int decided, int excluding, int undecided, int end)
    {
        _decided[_decidedCount] = (decided, excluding);
        _decidedCount += (decided - excluding) >>> 31;
        _excluding[_excludingCount] = (excluding, undecided);
        _excludingCount += (excluding - undecided) >>> 31;
        _undecided[_undecidedCount] = (undecided, end);
        _undecidedCount += (undecided - end) >>> 31;
    }
}
