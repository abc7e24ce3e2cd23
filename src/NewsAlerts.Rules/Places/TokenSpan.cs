namespace NewsAlerts.Rules.Places;

/// <summary>Consecutive tokens of one field of an item, by their numbers.</summary>
internal readonly record struct TokenSpan(int First, int Last);
