namespace NewsAlerts.Rules.Explaining;

/// <summary>A part of a query in words that a person understands.</summary>
/// <param name="Says">What it asks for.</param>
/// <param name="Terms">The folded terms that it is found by; of a compound none.</param>
/// <param name="Parts">What it is made of.</param>
public sealed record ExplainedPart(string Says, IReadOnlyList<string> Terms, IReadOnlyList<ExplainedPart> Parts);
