namespace NewsAlerts.Subscriptions.Watched;

/// <summary>A subscriber who is to be told of an item.</summary>
/// <param name="Destination">The name of the subscriber's destination with the soonest schedule.</param>
/// <param name="Rules">What it matched: the texts of queries, and the names of rules.</param>
internal sealed record ToldSubscriber(string Destination, IReadOnlyList<string> Rules);
