namespace NewsAlerts.Rules;

/// <summary>A rule that is looked at when its anchor is in an item.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Required">
/// Another term that must be in the item, so that most rules are refuted by one bit; the anchor itself where there is none.
/// </param>
/// <param name="Start">Where the instructions are that decide; <see cref="Decided"/> where anchor and required term suffice.</param>
internal readonly record struct RulePosting(int Rule, int Required, int Start)
{
    public const int Decided = -1;
}
