using NewsAlerts.Yaml;

namespace NewsAlerts.Configuration.Editing;

/// <summary>What came of adding feeds to alerts.yaml.</summary>
internal sealed record FeedListEdit
{
    /// <summary>The file's text with the feeds in it; the text as it was where there is a mistake or nothing to add.</summary>
    public required string Text { get; init; }

    /// <summary>The feeds that were added, under the names that they were given.</summary>
    public IReadOnlyList<NewFeed> Added { get; init; } = [];

    /// <summary>The feeds that the file had already.</summary>
    public IReadOnlyList<NewFeed> Present { get; init; } = [];

    /// <summary>The feeds that were left out.</summary>
    public IReadOnlyList<RefusedFeed> Refused { get; init; } = [];

    /// <summary>Why nothing could be added; empty otherwise.</summary>
    public IReadOnlyList<ConfigurationMistake> Mistakes { get; init; } = [];
}
