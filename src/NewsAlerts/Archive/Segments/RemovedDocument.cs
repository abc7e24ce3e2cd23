namespace NewsAlerts.Archive.Segments;

/// <summary>A document that is of no use any more.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="ETag">The version that is meant: a newer one stays; null where there never is one.</param>
internal sealed record RemovedDocument(string Name, DateTimeOffset Since, string? ETag = null);
