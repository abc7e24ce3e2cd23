namespace NewsAlerts.Archive;

/// <summary>What is remembered of an item that a feed has shown.</summary>
/// <param name="Content">A hash of its texts, by which an update is told.</param>
/// <param name="Day">The last day on which it was seen to be shown, counted from the Unix epoch.</param>
internal readonly record struct SeenItem(ulong Content, ushort Day);
