namespace NewsAlerts.Configuration.Editing;

/// <summary>What was found in an OPML document.</summary>
/// <param name="Feeds">The feeds, in the order of the document.</param>
/// <param name="Error">Why the document could not be read, as a sentence for a person; null where it could.</param>
internal sealed record OpmlResult(IReadOnlyList<NewFeed> Feeds, string? Error = null)
{
    /// <summary>What the document names and is not to be added, and why.</summary>
    public IReadOnlyList<RefusedFeed> LeftOut { get; init; } = [];
}
