namespace NewsAlerts.Archive.Segments;

/// <summary>A document with a part of an index run: entries one after the other. No key is in two of them.</summary>
/// <param name="Name">Its document.</param>
/// <param name="First">The key of its first entry.</param>
internal sealed record IndexPart(string Name, ulong First);
