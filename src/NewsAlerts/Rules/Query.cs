namespace NewsAlerts.Rules;

/// <summary>A query, parsed. Made by <see cref="QueryParser"/>.</summary>
public sealed record Query;
