namespace NewsAlerts.Explaining;

/// <summary>A word, and how many items it is in.</summary>
/// <param name="Word">The word, as it is mostly written.</param>
/// <param name="Items">How many items it is in.</param>
internal sealed record WordCount(string Word, int Items);
