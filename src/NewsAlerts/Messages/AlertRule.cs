namespace NewsAlerts.Messages;

/// <summary>A rule as an alert names it.</summary>
/// <param name="Name">The rule's name.</param>
/// <param name="When">Its query as written; empty where the rule has left the configuration since.</param>
public sealed record AlertRule(string Name, string When);
