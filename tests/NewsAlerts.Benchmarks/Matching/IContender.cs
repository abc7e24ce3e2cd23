using NewsAlerts.Rules;

namespace NewsAlerts.Benchmarks.Matching;

/// <summary>Something that is timed on items.</summary>
internal interface IContender
{
    /// <summary>Replaces the content of <paramref name="rules"/> by the numbers of the rules that the item satisfies, ascending.</summary>
    void Match(in ItemText item, List<int> rules);
}
