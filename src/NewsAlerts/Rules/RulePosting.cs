namespace NewsAlerts.Rules;

/// <summary>A rule that is looked at when its anchor is in an item.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Check">
/// The only other term that must be there; or <see cref="Nothing"/> where the anchor suffices, <see cref="Everything"/>
/// where the rule's instructions decide.
/// </param>
internal readonly record struct RulePosting(int Rule, int Check)
{
    public const int Nothing = -1;

    public const int Everything = -2;
}
