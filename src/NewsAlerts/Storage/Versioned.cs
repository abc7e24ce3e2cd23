namespace NewsAlerts.Storage;

/// <summary>A value as it was read or written, and the version of its document that holds it.</summary>
/// <param name="Value">The value.</param>
/// <param name="ETag">The version.</param>
internal sealed record Versioned<T>(T Value, string ETag);
