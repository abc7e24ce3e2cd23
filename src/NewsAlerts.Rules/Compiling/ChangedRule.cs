namespace NewsAlerts.Rules.Compiling;

/// <summary>A rule that was added or changed after the others had been compiled.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Program">Its instructions, which start at 0.</param>
/// <param name="Postings">Its alternatives; each has an anchor and another term.</param>
internal sealed record ChangedRule(int Number, RuleProgram Program, IReadOnlyList<RulePosting> Postings);
