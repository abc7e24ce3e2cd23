using System.Diagnostics;
using NewsAlerts.Rules;

namespace NewsAlerts.Benchmarks.Matching;

/// <summary>
/// Times contenders on items, one pass of each after the other, so that what disturbs one disturbs all. A warm-up, then
/// passes that count.
/// </summary>
internal sealed class Measurement(IContender contender, IReadOnlyList<ItemText> items)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    private readonly ItemText[] _items = [.. items];
    private readonly List<double> _rates = [];
    private readonly List<long> _ticks = [];
    private readonly long[] _shortest = new long[items.Count];
    private readonly List<int> _rules = [];

    /// <summary>Items a second: the median pass.</summary>
    public double Median => _rates.Order().ElementAt(_rates.Count / 2);

    /// <summary>Items a second if nothing had disturbed them: by the shortest time that each item took in any pass.</summary>
    public double Undisturbed => _items.Length / Stopwatch.GetElapsedTime(0, _shortest.Sum()).TotalSeconds;

    /// <summary>The time that a share of the items took at most, in microseconds.</summary>
    public double MicrosecondsOf(double share) =>
        Stopwatch.GetElapsedTime(0, _ticks.Order().ElementAt((int)(share * (_ticks.Count - 1)))).TotalMicroseconds;

    public static void Run(int passes, params IEnumerable<Measurement> measurements)
    {
        foreach (var measurement in measurements)
        {
            for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < WarmUp;)
            {
                measurement.RunPass();
            }

            measurement._rates.Clear();
            measurement._ticks.Clear();
            Array.Fill(measurement._shortest, long.MaxValue);
        }

        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var measurement in measurements)
            {
                measurement.RunPass();
            }
        }
    }

    private void RunPass()
    {
        var started = Stopwatch.GetTimestamp();
        for (var item = 0; item < _items.Length; item++)
        {
            var before = Stopwatch.GetTimestamp();
            contender.Match(_items[item], _rules);
            var ticks = Stopwatch.GetTimestamp() - before;
            _ticks.Add(ticks);
            _shortest[item] = Math.Min(_shortest[item], ticks);
        }

        _rates.Add(_items.Length / Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}
