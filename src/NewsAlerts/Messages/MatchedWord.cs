using NewsAlerts.Rules;

namespace NewsAlerts.Messages;

/// <summary>A word of the item that made a rule match.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Field">The text of the item that it stands in: its title, summary or content, or what else the rule asked for.</param>
/// <param name="Text">The word as it is written there.</param>
/// <param name="Start">Where it starts in that text, in UTF-16 units from 0.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
public sealed record MatchedWord(string Rule, TextField Field, string Text, int Start, int Length);
