namespace NewsAlerts.Archive.Segments;

/// <summary>A document that holds many small ones, compressed.</summary>
/// <param name="Number">Its number; a newer segment has a higher one.</param>
/// <param name="Name">Its document.</param>
/// <param name="Oldest">The time of the oldest thing in it, UTC.</param>
/// <param name="Newest">The time of the newest thing in it, UTC.</param>
internal sealed record Segment(int Number, string Name, DateTimeOffset Oldest, DateTimeOffset Newest);
