namespace NewsAlerts.Rules.Compiling;

/// <summary>One way to satisfy a rule, as far as terms tell: looked at when the anchor is in an item.</summary>
/// <param name="Anchor">A term that must be in the item, the rarest.</param>
/// <param name="Required">Another one, so that most rules are refuted by one bit.</param>
/// <param name="Forbidden">A term that must not be in the item.</param>
/// <param name="IsDecided">Whether these terms tell that an item satisfies the rule; otherwise its instructions decide.</param>
internal readonly record struct RulePosting(int Anchor, int Required, int Forbidden, bool IsDecided)
{
    /// <summary>Stands for a term where there is none.</summary>
    public const int None = -1;

    /// <summary>The posting with a term that is in every item in the place of those that there are not.</summary>
    public RulePosting WithDefault(int everywhere) =>
        this with { Anchor = Anchor == None ? everywhere : Anchor, Required = Required == None ? everywhere : Required };
}
