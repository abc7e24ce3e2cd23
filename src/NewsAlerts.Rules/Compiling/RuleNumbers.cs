using System.Numerics;
using System.Runtime.InteropServices;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Compiling;

/// <summary>Collects the numbers of rules in any order, some of them twice, and lists them ascending, each once.</summary>
internal sealed class RuleNumbers
{
    // What fewer numbers there are, the simplest way sorts quickest.
    private const int Few = 24;
    private const int MostDigitBits = 10;

    private readonly int[] _ends = new int[1 << MostDigitBits];
    private int[] _numbers = new int[256];
    private int[] _sorted = new int[256];
    private int _count;

    public void Clear() => _count = 0;

    public void Add(int number)
    {
        MakeRoom(1);
        _numbers[_count++] = number;
    }

    /// <summary>Room for as many numbers more, which are then to be added by <see cref="Advance"/>, and one beyond.</summary>
    public Span<int> Room(int more)
    {
        MakeRoom(more + 1);
        return _numbers.AsSpan(_count);
    }

    /// <summary>Adds the numbers at the beginning of the room.</summary>
    public void Advance(int count) => _count += count;

    public void RemoveAll(NumberPages numbers)
    {
        var count = 0;
        foreach (var number in _numbers.AsSpan(0, _count))
        {
            _numbers[count] = number;
            count += numbers.Contains(number) ? 0 : 1;
        }

        _count = count;
    }

    /// <summary>Replaces the content of a list by the numbers, ascending.</summary>
    /// <param name="numbers">The list.</param>
    /// <param name="limit">Above all numbers.</param>
    public void CopyTo(List<int> numbers, int limit)
    {
        Sort(limit);
        CollectionsMarshal.SetCount(numbers, _count);
        var target = CollectionsMarshal.AsSpan(numbers);
        var count = 0;
        var last = -1;
        foreach (var number in _numbers.AsSpan(0, _count))
        {
            target[count] = number;
            count += number == last ? 0 : 1;
            last = number;
        }

        CollectionsMarshal.SetCount(numbers, count);
    }

    private void MakeRoom(int more)
    {
        if (_count + more > _numbers.Length)
        {
            Array.Resize(ref _numbers, Math.Max(_count + more, _numbers.Length * 2));
            _sorted = new int[_numbers.Length];
        }
    }

    private void Sort(int limit)
    {
        if (_count <= Few)
        {
            SortByInsertion(_numbers.AsSpan(0, _count));
            return;
        }

        var bits = 32 - BitOperations.LeadingZeroCount((uint)limit);
        var digits = (bits + MostDigitBits - 1) / MostDigitBits;
        var digitBits = (bits + digits - 1) / digits;
        for (var digit = 0; digit < digits; digit++)
        {
            SortByDigit(digit * digitBits, digitBits);
            (_numbers, _sorted) = (_sorted, _numbers);
        }
    }

    private static void SortByInsertion(Span<int> numbers)
    {
        for (var i = 1; i < numbers.Length; i++)
        {
            var number = numbers[i];
            var at = i;
            for (; at > 0 && numbers[at - 1] > number; at--)
            {
                numbers[at] = numbers[at - 1];
            }

            numbers[at] = number;
        }
    }

    private void SortByDigit(int shift, int digitBits)
    {
        var mask = (1 << digitBits) - 1;
        var ends = _ends.AsSpan(0, mask + 1);
        ends.Clear();
        var numbers = _numbers.AsSpan(0, _count);
        foreach (var number in numbers)
        {
            ends[(number >> shift) & mask]++;
        }

        var sum = 0;
        foreach (ref var end in ends)
        {
            (end, sum) = (sum, sum + end);
        }

        var sorted = _sorted;
        foreach (var number in numbers)
        {
            sorted[ends[(number >> shift) & mask]++] = number;
        }
    }
}
