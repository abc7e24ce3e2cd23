using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Compiling;

/// <summary>Instructions of rules, with what they name by numbers.</summary>
/// <param name="code">The instructions.</param>
/// <param name="extras">What they need beyond words.</param>
/// <param name="prefixes">The prefixes.</param>
/// <param name="prefixTerms">The term that each prefix is.</param>
internal sealed class RuleProgram(RuleCode code, RuleExtras extras, TermTable prefixes, int[] prefixTerms)
{
    public RuleCode Code => code;

    public RuleExtras Extras => extras;

    /// <summary>The prefixes' characters.</summary>
    public TermTable Prefixes => prefixes;

    public int TermOfPrefix(int prefix) => prefixTerms[prefix];
}
