using System.Diagnostics;
using NewsAlerts.Rules;

namespace NewsAlerts.Local.Commands.Match;

/// <summary>Times passes over items: a warm-up, then five that count.</summary>
/// <param name="match">What is timed; it may write to the list.</param>
/// <param name="items">The items.</param>
/// <param name="threads">How many threads do it.</param>
internal sealed class MatchMeasurement(Action<ItemText, List<int>> match, IReadOnlyList<ItemText> items, int threads)
{
    /// <summary>How many passes count.</summary>
    public const int Passes = 5;

    // The compiler needs about this long to have made its best code of what runs.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    private readonly ItemText[] _items = [.. items];
    private readonly long[] _ticks = new long[items.Count * Passes];
    private readonly double[] _rates = new double[Passes];

    /// <summary>The median pass; 0 where there are no items.</summary>
    public double ItemsPerSecond => _rates.Order().ElementAt(Passes / 2);

    /// <summary>The time that a share of the items took at most.</summary>
    public double MicrosecondsOf(double share) =>
        _ticks.Length == 0
            ? 0
            : Stopwatch.GetElapsedTime(0, _ticks.Order().ElementAt((int)(share * (_ticks.Length - 1)))).TotalMicroseconds;

    public void Run()
    {
        if (_items.Length == 0)
        {
            return;
        }

        var start = Stopwatch.GetTimestamp();
        do
        {
            RunPass(0);
        }
        while (Stopwatch.GetElapsedTime(start) < WarmUp);

        for (var pass = 0; pass < Passes; pass++)
        {
            _rates[pass] = _items.Length / RunPass(pass).TotalSeconds;
        }
    }

    private TimeSpan RunPass(int pass)
    {
        var start = Stopwatch.GetTimestamp();
        var next = -1;
        if (threads == 1)
        {
            MatchNext();
        }
        else
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => MatchNext());
        }

        return Stopwatch.GetElapsedTime(start);

        void MatchNext()
        {
            var rules = new List<int>();
            for (var item = Interlocked.Increment(ref next); item < _items.Length; item = Interlocked.Increment(ref next))
            {
                var before = Stopwatch.GetTimestamp();
                match(_items[item], rules);
                _ticks[(pass * _items.Length) + item] = Stopwatch.GetTimestamp() - before;
            }
        }
    }
}
