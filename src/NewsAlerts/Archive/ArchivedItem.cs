using System.Text.Json.Serialization;
using NewsAlerts.Feeds;

namespace NewsAlerts.Archive;

/// <summary>An item as it was when it was seen first.</summary>
public sealed record ArchivedItem
{
    /// <summary>The item's identity within its feed.</summary>
    public required string Id { get; init; }

    /// <summary>What makes it the same news as another item.</summary>
    public required string Story { get; init; }

    /// <summary>The configured address of its feed.</summary>
    public required string FeedUrl { get; init; }

    /// <summary>The feed's own title at that time.</summary>
    public string? FeedTitle { get; init; }

    /// <summary>When it was seen first, UTC.</summary>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>Why it alerts nobody, as a sentence for a person; null where it may.</summary>
    public string? Quiet { get; init; }

    /// <summary>Whether its feed is read with credentials: people who subscribe by themselves are not told of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsPrivate { get; init; }

    /// <summary>
    /// Why its article was not read although its feed wants the full text, as a sentence for a person; null where it was, or
    /// is not wanted.
    /// </summary>
    public string? NoFullText { get; init; }

    /// <summary>The item.</summary>
    public required Item Item { get; init; }
}
