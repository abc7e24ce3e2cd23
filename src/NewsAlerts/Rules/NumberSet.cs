using System.Numerics;

namespace NewsAlerts.Rules;

/// <summary>
/// A set of small numbers as bits, with a second layer of bits that tells which words of the first are not empty: a few
/// numbers among a million are listed, in order, and forgotten without going through all of them.
/// </summary>
internal sealed class NumberSet(int limit)
{
    private const int WordShift = 6;
    private const int SummaryShift = 2 * WordShift;

    private readonly ulong[] _words = new ulong[(limit >> WordShift) + 1];
    private readonly ulong[] _summary = new ulong[(limit >> SummaryShift) + 1];

    public bool Contains(int number) => (_words[number >> WordShift] & (1UL << number)) != 0;

    /// <summary>Adds a number; false where it was there.</summary>
    public bool Add(int number)
    {
        ref var word = ref _words[number >> WordShift];
        var bit = 1UL << number;
        if ((word & bit) != 0)
        {
            return false;
        }

        word |= bit;
        _summary[number >> SummaryShift] |= 1UL << (number >> WordShift);
        return true;
    }

    /// <summary>Adds the numbers to a list, ascending.</summary>
    public void CopyTo(List<int> numbers)
    {
        for (var i = 0; i < _summary.Length; i++)
        {
            for (var filled = _summary[i]; filled != 0; filled &= filled - 1)
            {
                var at = (i << WordShift) + BitOperations.TrailingZeroCount(filled);
                for (var word = _words[at]; word != 0; word &= word - 1)
                {
                    numbers.Add((at << WordShift) + BitOperations.TrailingZeroCount(word));
                }
            }
        }
    }

    public void Clear()
    {
        for (var i = 0; i < _summary.Length; i++)
        {
            for (var filled = _summary[i]; filled != 0; filled &= filled - 1)
            {
                _words[(i << WordShift) + BitOperations.TrailingZeroCount(filled)] = 0;
            }

            _summary[i] = 0;
        }
    }
}
