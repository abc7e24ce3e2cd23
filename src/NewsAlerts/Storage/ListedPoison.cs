namespace NewsAlerts.Storage;

/// <summary>A message that was given up, as listed.</summary>
/// <param name="Queue">The queue that it goes back to.</param>
/// <param name="Name">Its document's name.</param>
/// <param name="At">When it was given up, UTC.</param>
/// <param name="Notice">The type of the notice that it was to tell; null where it was another message.</param>
internal sealed record ListedPoison(string Queue, string Name, DateTimeOffset At, string? Notice);
