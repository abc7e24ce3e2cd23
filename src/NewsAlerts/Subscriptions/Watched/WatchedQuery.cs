namespace NewsAlerts.Subscriptions.Watched;

/// <summary>A query that people have subscribed to: many ask for the same.</summary>
/// <param name="Text">The query as written.</param>
/// <param name="Followers">Who is told what satisfies it.</param>
internal sealed record WatchedQuery(string Text, Follower[] Followers);
