using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Compiling;

/// <summary>Compiled queries. Each rule is posted under its anchors, of which at least one is in every item that satisfies it.</summary>
internal sealed class CompiledRules
{
    public required RuleTerms Terms { get; init; }

    /// <summary>How common the terms are.</summary>
    public required TermUses Uses { get; init; }

    public required RuleProgram Program { get; init; }

    /// <summary>Where each rule's instructions start.</summary>
    public required int[] Starts { get; init; }

    public required RulePostings Postings { get; init; }
}
