namespace NewsAlerts.Messages;

/// <summary>
/// What a message tells that is no alert: that the service is ill, or well again; that a subscription waits to be confirmed.
/// Whoever makes it writes its texts in the reader's language.
/// </summary>
public sealed record Notice
{
    /// <summary>The same for the same news, at every attempt to tell it: a destination is told it once.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, for programs: the <c>type</c> of a webhook's body, such as <c>service.problem</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The one line that tells what it is about.</summary>
    public required string Title { get; init; }

    /// <summary>What it says, a paragraph each; plain text.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>The things that it tells of, in this order.</summary>
    public IReadOnlyList<NoticeEntry> Entries { get; init; } = [];

    /// <summary>How many more things there are, which are left out.</summary>
    public int More { get; init; }

    /// <summary>What its reader can do about it; null where that is nothing.</summary>
    public NoticeLink? Action { get; init; }

    /// <summary>Why its reader gets it, in small print at its end; null where its paragraphs say so.</summary>
    public string? Why { get; init; }

    /// <summary>The language of its texts (BCP 47).</summary>
    public string Language { get; init; } = "en";

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// The identity of a notice as one destination is told it, beside those of alerts. Stored for months, so this rule must
    /// never change.
    /// </summary>
    internal string ToldId(string destination) => AlertId.Of(destination, $"notice\n{Id}");
}
