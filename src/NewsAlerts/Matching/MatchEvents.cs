using NewsAlerts.Archive;
using NewsAlerts.Configuration;

namespace NewsAlerts.Matching;

/// <summary>Shows what matching does, as it does it. Nothing is decided here.</summary>
internal sealed class MatchEvents
{
    /// <summary>An item satisfied rules.</summary>
    public event Action<ArchivedItem, IReadOnlyList<WatchRule>>? ItemMatched;

    /// <summary>Raises <see cref="ItemMatched"/>.</summary>
    public void Matched(ArchivedItem item, IReadOnlyList<WatchRule> rules) => ItemMatched?.Invoke(item, rules);
}
