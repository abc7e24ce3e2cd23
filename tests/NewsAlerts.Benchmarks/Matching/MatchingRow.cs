using System.Diagnostics;
using System.Globalization;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Compiling;

namespace NewsAlerts.Benchmarks.Matching;

/// <summary>Measures one number of rules, and says it as a row of the table.</summary>
internal sealed class MatchingRow(IReadOnlyList<string> lines, IReadOnlyList<ItemText> items)
{
    private const int Passes = 15;
    private const int Updates = 2_000;

    // The naive loop is slow: as many items as this many rules may be tried on, evenly from all of them, and fewer passes.
    private const int NaivePairs = 2_000_000;
    private const int NaivePasses = 5;

    /// <summary>The table's head.</summary>
    public const string Head =
        """
        | rules | items/s | p50 µs | p99 µs | bound | bound/ours | Vectorscan | ours/it | naive loop | ours/it | load s | bytes a rule | change µs p50 | p99 | items/s with changes |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
        """;

    /// <summary>Whether all contenders gave the same answers.</summary>
    public bool IsAgreed { get; private set; } = true;

    public string Measure()
    {
        // What is made once for any rules, such as tables of letters, is time of loading, but no memory of these rules.
        var started = Stopwatch.GetTimestamp();
        RuleMatcher.Compile([Core.Parse("a")]);
        var loading = Stopwatch.GetElapsedTime(started);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        started = Stopwatch.GetTimestamp();
        var rules = RuleCompiler.Compile(lines.Select(Core.Parse));
        var matcher = RuleMatcher.Of(rules);
        loading += Stopwatch.GetElapsedTime(started);
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)lines.Count;

        var ours = new Measurement(new Ours(matcher), items);
        var bound = new Measurement(new Bound(rules.Terms), items);
        var queries = lines.Select(Core.Parse).ToList();
        var some = EvenlyFrom(items, Math.Clamp(NaivePairs / lines.Count, 1, items.Count));
        var naiveLoop = new NaiveLoop(queries);
        var naive = new Measurement(naiveLoop, some);
        IsAgreed &= Agree(matcher, naiveLoop, some);
        Measurement? vectorscan = null;
        if (VectorscanLibrary.IsInstalled)
        {
            var peer = new VectorscanPeer(queries, items);
            IsAgreed &= Agree(matcher, peer, items);
            vectorscan = new(peer, items);
        }

        Measurement.Run(Passes, vectorscan is null ? [ours, bound] : [ours, bound, vectorscan]);
        Measurement.Run(NaivePasses, naive);

        var (median, slowest, changed) = Change(matcher, queries);
        var afterwards = new Measurement(new Ours(changed), items);
        Measurement.Run(Passes, afterwards);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {lines.Count:N0} | {Rates(ours)} | {ours.MicrosecondsOf(0.5):0.0} | {ours.MicrosecondsOf(0.99):0.0} | {Rates(bound)} | {Ratio(bound, ours)} | {Rates(vectorscan)} | {Ratio(ours, vectorscan)} | {Rates(naive)} | {Ratio(ours, naive)} | {loading.TotalSeconds:0.00} | {bytes:0} | {median:0} | {slowest:0} | {Rates(afterwards)} |");
    }

    private static List<ItemText> EvenlyFrom(IReadOnlyList<ItemText> items, int count) =>
        [.. Enumerable.Range(0, count).Select(number => items[(int)((long)number * items.Count / count)])];

    /// <summary>Changes, adds and removes rules, each as another one of them is.</summary>
    private static (double Median, double NinetyNinth, RuleMatcher Changed) Change(RuleMatcher matcher, List<Query> queries)
    {
        var random = new Random(1);
        var ticks = new List<long>();
        for (var i = 0; i < Updates; i++)
        {
            var rule = i % 3 == 0 ? matcher.Count : random.Next(matcher.Count);
            var query = i % 3 == 1 ? null : queries[random.Next(queries.Count)];
            var before = Stopwatch.GetTimestamp();
            matcher = matcher.With(rule, query);
            ticks.Add(Stopwatch.GetTimestamp() - before);
        }

        ticks.Sort();
        return (Microseconds(ticks[Updates / 2]), Microseconds(ticks[Updates * 99 / 100]), matcher);
    }

    private static double Microseconds(long ticks) => Stopwatch.GetElapsedTime(0, ticks).TotalMicroseconds;

    private static bool Agree(RuleMatcher matcher, IContender contender, IReadOnlyList<ItemText> items)
    {
        var (ours, others) = (new List<int>(), new List<int>());
        foreach (var item in items)
        {
            matcher.Match(item, ours);
            contender.Match(item, others);
            if (!ours.SequenceEqual(others))
            {
                Console.Error.WriteLine($"{contender.GetType().Name} finds {others.Count} rules, not {ours.Count}: {item.Title}");
                return false;
            }
        }

        return true;
    }

    private static string Rates(Measurement? measurement) =>
        measurement is null ? "not installed" : string.Create(CultureInfo.InvariantCulture, $"{measurement.Median:N0} ({measurement.Undisturbed:N0})");

    private static string Ratio(Measurement one, Measurement? other) =>
        other is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{one.Median / other.Median:0.0} ({one.Undisturbed / other.Undisturbed:0.0})");
}
