using NewsAlerts.Feeds;

namespace NewsAlerts.Local.Commands.Feeds;

/// <summary>What <c>alerts feed</c> found at one input.</summary>
/// <param name="Source">The input as given.</param>
/// <param name="Status"><c>ok</c>, <c>unchanged</c>, <c>gone</c> or <c>error</c>.</param>
/// <param name="Error">What is wrong; null where nothing is.</param>
/// <param name="Document">The feed; null where there is none.</param>
internal sealed record FeedInput(string Source, string Status, string? Error, FeedDocument? Document);
