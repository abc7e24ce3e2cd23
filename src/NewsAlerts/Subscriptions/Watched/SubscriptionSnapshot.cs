using System.Collections.Immutable;
using NewsAlerts.Rules;

namespace NewsAlerts.Subscriptions.Watched;

/// <summary>Who has subscribed to what, ready to match. Immutable, and safe to use from many threads.</summary>
/// <param name="matcher">The distinct queries, compiled.</param>
/// <param name="queries">What the matcher's numbers stand for.</param>
/// <param name="rules">Who follows which rules of alerts.yaml, by name.</param>
internal sealed class SubscriptionSnapshot(
    RuleMatcher matcher, ImmutableDictionary<int, WatchedQuery> queries, ImmutableDictionary<string, Follower[]> rules)
{
    /// <summary>Nobody subscribes to anything.</summary>
    public static SubscriptionSnapshot Empty { get; } = new(
        RuleMatcher.Compile([]), ImmutableDictionary<int, WatchedQuery>.Empty, ImmutableDictionary<string, Follower[]>.Empty);

    /// <summary>How many distinct queries there are.</summary>
    public int Queries => queries.Count;

    /// <summary>
    /// The subscribers who are to be told of an item, each once: by the soonest of the schedules of what matched, naming all
    /// that matched.
    /// </summary>
    /// <param name="item">The item's texts.</param>
    /// <param name="matchedRules">The rules of alerts.yaml that it satisfies, as far as people may be told.</param>
    /// <param name="now">The time, UTC.</param>
    public IEnumerable<ToldSubscriber> Match(in ItemText item, IEnumerable<string> matchedRules, DateTimeOffset now)
    {
        var numbers = new List<int>();
        matcher.Match(item, numbers);
        var matched = numbers.Select(number => queries[number])
            .Concat(matchedRules.Select(name => new WatchedQuery(name, rules.GetValueOrDefault(name, []))));
        var told = new Dictionary<UInt128, (Follower Soonest, IReadOnlyList<string> Rules)>();
        foreach (var (text, followers) in matched)
        {
            // Most people have one subscription that matches: they share the list of its name.
            string[] alone = [text];
            foreach (var follower in followers)
            {
                told[follower.Id] = told.TryGetValue(follower.Id, out var before)
                    ? (Sooner(before.Soonest, follower, now), [.. before.Rules.Union(alone)])
                    : (follower, alone);
            }
        }

        return told.Values.Select(entry => new ToldSubscriber(entry.Soonest.Destination, entry.Rules));
    }

    // Of two that are due at the same time, it is always the same one, whichever comes first.
    private static Follower Sooner(Follower one, Follower other, DateTimeOffset now)
    {
        var order = one.Schedule.NextAt(now).CompareTo(other.Schedule.NextAt(now));
        return (order == 0 ? string.CompareOrdinal(one.Schedule.Key, other.Schedule.Key) : order) <= 0 ? one : other;
    }
}
