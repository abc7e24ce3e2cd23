using NewsAlerts.Rules;
using NewsAlerts.Rules.Compiling;
using NewsAlerts.Rules.Matching;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Benchmarks.Matching;

/// <summary>What no matcher of this kind goes beyond: an item is cut into tokens, and each is looked up once, nothing else.</summary>
internal sealed class Bound(RuleTerms terms) : IContender
{
    private readonly MatchScratch _scratch = new();

    public void Match(in ItemText item, List<int> rules)
    {
        _scratch.Clear(terms.Count);
        _scratch.Tokens.Read(item);
        new TermFinder(terms, _scratch).FindWords();
        rules.Clear();
    }
}
