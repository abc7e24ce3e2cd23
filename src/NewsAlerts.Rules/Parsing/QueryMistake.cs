namespace NewsAlerts.Rules.Parsing;

/// <summary>Why a text is no query.</summary>
/// <param name="Start">Where the wrong part starts, in UTF-16 units from 0.</param>
/// <param name="Length">How long it is; 0 only where the whole text is empty.</param>
/// <param name="Message">What is wrong and what was expected, as a sentence for a person.</param>
/// <param name="Suggestion">What was probably meant, to stand in place of the wrong part; empty to leave it out, null where unknown.</param>
public sealed record QueryMistake(int Start, int Length, string Message, string? Suggestion = null);
