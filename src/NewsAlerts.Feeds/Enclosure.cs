namespace NewsAlerts.Feeds;

/// <summary>A media file that belongs to an item.</summary>
/// <param name="Url">Where it is: an absolute URL where a base is known.</param>
/// <param name="Type">Its media type, such as <c>audio/mpeg</c>; null where not stated.</param>
/// <param name="Length">Its size in bytes; null where not stated or not a number.</param>
public sealed record Enclosure(string Url, string? Type, long? Length);
