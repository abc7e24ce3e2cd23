using NewsAlerts.Archive;
using NewsAlerts.Configuration;

namespace NewsAlerts.Matching;

/// <summary>What people who subscribe by themselves may be told of.</summary>
internal static class OpenToPeople
{
    /// <summary>Whether it is an item of a feed that anybody may read.</summary>
    /// <param name="item">The item.</param>
    /// <param name="feed">Its feed as configured; null where it is no more.</param>
    public static bool Is(ArchivedItem item, Feed? feed) => !item.IsPrivate && feed?.Credentials is null;

    /// <summary>Whether its owner lets them follow a rule, and has not muted it.</summary>
    public static bool Is(WatchRule rule, DateTimeOffset now) => rule.Subscribe && !(rule.MutedUntil > now);
}
