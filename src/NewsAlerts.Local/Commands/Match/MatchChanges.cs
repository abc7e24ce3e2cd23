using System.Diagnostics;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Local.Commands.Match;

/// <summary>Times changes of single rules: each third one is added, removed, or replaced by a phrase of an item's title.</summary>
internal sealed class MatchChanges
{
    private const int Count = 1_000;

    private readonly List<long> _ticks = [];

    public static MatchChanges Measure(RuleMatcher matcher, IReadOnlyList<ItemText> items)
    {
        var changes = new MatchChanges();
        var queries = items.Select(item => QueryParser.Parse($"\"{item.Title?.Replace('"', ' ')}\"")).Where(result => result.IsQuery).ToList();
        for (var i = 0; i < Count && queries.Count > 0 && matcher.Count > 0; i++)
        {
            // Spread over all rules, in no order that helps.
            var rule = i % 3 == 0 ? matcher.Count : (int)(i * 2_654_435_761L % matcher.Count);
            var query = i % 3 == 1 ? null : queries[i % queries.Count].Query;
            var before = Stopwatch.GetTimestamp();
            matcher = matcher.With(rule, query);
            changes._ticks.Add(Stopwatch.GetTimestamp() - before);
        }

        changes._ticks.Sort();
        return changes;
    }

    /// <summary>The time that a share of the changes took at most; 0 where there is nothing to change.</summary>
    public double MicrosecondsOf(double share) =>
        _ticks.Count == 0 ? 0 : Stopwatch.GetElapsedTime(0, _ticks[(int)(share * (_ticks.Count - 1))]).TotalMicroseconds;
}
