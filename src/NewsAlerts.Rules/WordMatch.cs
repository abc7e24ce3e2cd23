namespace NewsAlerts.Rules;

/// <summary>A place in an item that made a rule match.</summary>
/// <param name="Field">The text that it is in.</param>
/// <param name="Start">Where it starts in the original text, in UTF-16 units from 0.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
public readonly record struct WordMatch(TextField Field, int Start, int Length);
