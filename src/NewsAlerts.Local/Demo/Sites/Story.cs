namespace NewsAlerts.Local.Demo.Sites;

/// <summary>A story, as stories.json tells it.</summary>
internal sealed record Story
{
    /// <summary>The name in its address.</summary>
    public required string Id { get; init; }

    /// <summary>The headline; <c>{time}</c> stands for the time at which it is told, as in 14:05.</summary>
    public required string Title { get; init; }

    /// <summary>The teaser.</summary>
    public required string Summary { get; init; }

    /// <summary>Its subject.</summary>
    public required string Category { get; init; }

    /// <summary>How long before the demo's start it was told; 0 for what is told later.</summary>
    public int MinutesAgo { get; init; }
}
