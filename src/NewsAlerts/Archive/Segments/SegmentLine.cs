namespace NewsAlerts.Archive.Segments;

/// <summary>A document as it was before it was merged.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its content.</param>
internal sealed record SegmentLine(string Name, ReadOnlyMemory<byte> Content);
