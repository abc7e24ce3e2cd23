namespace NewsAlerts.Feeds;

/// <summary>Who first published an item that another feed passes on (RSS 2.0 <c>source</c>).</summary>
/// <param name="Name">The outlet's name; null where not stated.</param>
/// <param name="Url">An address of the outlet, absolute where a base is known; null where not stated.</param>
public sealed record ItemSource(string? Name, string? Url);
