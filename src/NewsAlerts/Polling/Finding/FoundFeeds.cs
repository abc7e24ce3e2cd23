namespace NewsAlerts.Polling.Finding;

/// <summary>What was found at a site.</summary>
/// <param name="Feeds">Its feeds, those that it names first, first.</param>
/// <param name="Error">Why there is none, as a sentence for a person; null where there is one.</param>
internal sealed record FoundFeeds(IReadOnlyList<FoundFeed> Feeds, string? Error)
{
    /// <summary>Nothing was found.</summary>
    public static FoundFeeds None(string error) => new([], error);
}
