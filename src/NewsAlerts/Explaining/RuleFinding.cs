using NewsAlerts.Configuration;
using NewsAlerts.Rules.Explaining;

namespace NewsAlerts.Explaining;

/// <summary>What a rule makes of an item, now.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="IsFeedChosen">Whether it looks at the item's feed.</param>
/// <param name="Finding">What became of its query.</param>
internal sealed record RuleFinding(WatchRule Rule, bool IsFeedChosen, QueryFinding Finding)
{
    /// <summary>Whether it matches.</summary>
    public bool IsMatch => IsFeedChosen && Finding.Holds;
}
