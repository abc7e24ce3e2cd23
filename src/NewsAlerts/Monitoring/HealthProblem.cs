namespace NewsAlerts.Monitoring;

/// <summary>Something that somebody should look at.</summary>
/// <param name="Code">
/// What it is, for programs: the id of an incident's kind, a code of the storage, or one of those below. It never changes.
/// </param>
/// <param name="Text">What is wrong and where to look, as a sentence for a person: no secret, and no address of a reader.</param>
internal sealed record HealthProblem(string Code, string Text)
{
    /// <summary>There is no configuration to work with.</summary>
    public const string NoConfiguration = "configuration.missing";

    /// <summary>Settings are missing that alerts.yaml names, as those of a vault that is locked.</summary>
    public const string NoSecrets = "configuration.secrets";

    /// <summary>A stored document cannot be read.</summary>
    public const string UnreadableDocument = "document.unreadable";

    /// <summary>Since when it is known, UTC; null where nobody has noted it.</summary>
    public DateTimeOffset? Since { get; init; }
}
