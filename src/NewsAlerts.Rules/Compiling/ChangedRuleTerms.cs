namespace NewsAlerts.Rules.Compiling;

/// <summary>The terms of a rule that is compiled by itself, beside the compiled ones.</summary>
/// <param name="compiled">The compiled rules.</param>
/// <param name="prefixTerms">The terms that the rule's prefixes are.</param>
internal sealed class ChangedRuleTerms(CompiledRules compiled, int[] prefixTerms) : IAnchorTerms
{
    public int OfPrefix(int prefix) => prefixTerms[prefix];

    public int OfPhrase(ReadOnlySpan<int> words) => compiled.Terms.OfPhrase(words);

    // What no compiled rule asks for is as rare as can be.
    public int UsesOf(int term) => term < compiled.Terms.Count ? compiled.Uses.UsesOf(term) : 0;
}
