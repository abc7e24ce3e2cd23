using NewsAlerts.Rules;

namespace NewsAlerts.Benchmarks.Matching;

/// <summary>The matcher that is measured.</summary>
internal sealed class Ours(RuleMatcher matcher) : IContender
{
    public void Match(in ItemText item, List<int> rules) => matcher.Match(item, rules);
}
