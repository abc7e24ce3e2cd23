using NewsAlerts.Feeds;

namespace NewsAlerts.Messages;

/// <summary>One item for one destination, with every rule that it satisfied.</summary>
public sealed record Alert
{
    /// <summary>The same for the same item (by canonical link) and destination, for ever: see <see cref="AlertId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The rules that matched, in the order of the configuration; at least one.</summary>
    public required IReadOnlyList<AlertRule> Rules { get; init; }

    /// <summary>The item's identity within its feed.</summary>
    public required string ItemId { get; init; }

    /// <summary>The item.</summary>
    public required Item Item { get; init; }

    /// <summary>The feed in which it was seen first.</summary>
    public required AlertFeed Feed { get; init; }

    /// <summary>When the item was seen first, UTC.</summary>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>The words that made the rules match, by rule, field and place.</summary>
    public IReadOnlyList<MatchedWord> Matched { get; init; } = [];
}
