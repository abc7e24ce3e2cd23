using System.Collections.Immutable;
using System.Globalization;
using NewsAlerts.Rules;

namespace NewsAlerts.Subscriptions.Watched;

/// <summary>
/// Makes snapshots of who has subscribed to what, from the partitions that have changed: each takes time by the change, not
/// by how many subscriptions there are. One thread at a time.
/// </summary>
/// <param name="mostChanges">
/// How many queries there may be beside those that were compiled together: with more, matching becomes slower than it need be,
/// and all are compiled again.
/// </param>
internal sealed class SubscriptionIndex(int mostChanges = 10_000)
{
    private readonly Dictionary<string, IndexedPartition> _partitions = [];
    private readonly Dictionary<string, Topic> _queryTopics = [];
    private readonly Dictionary<string, Topic> _ruleTopics = [];
    private readonly Dictionary<(string Send, string TimeZone), SubscriptionSchedule?> _schedules = [];
    private readonly Stack<int> _free = [];

    private readonly HashSet<int> _changed = [];
    private readonly HashSet<Topic> _touched = [];

    private SubscriptionSnapshot _snapshot = SubscriptionSnapshot.Empty;
    private RuleMatcher _matcher = RuleMatcher.Compile([]);
    private ImmutableDictionary<int, WatchedQuery> _queries = ImmutableDictionary<int, WatchedQuery>.Empty;
    private ImmutableDictionary<string, Follower[]> _rules = ImmutableDictionary<string, Follower[]>.Empty;

    /// <summary>The names of the partitions that it knows.</summary>
    public IEnumerable<string> Partitions => _partitions.Keys;

    /// <summary>Whether it knows that version of a partition.</summary>
    public bool Knows(string partition, string eTag) => _partitions.GetValueOrDefault(partition)?.ETag == eTag;

    /// <summary>Goes on with what it knows of a partition, since that version of it cannot be read.</summary>
    public void Skip(string partition, string eTag) =>
        _partitions[partition] = new IndexedPartition(eTag, _partitions.GetValueOrDefault(partition)?.Topics ?? []);

    /// <summary>Takes a partition as it is now: what was known of it holds no more, once it is committed.</summary>
    /// <returns>The subscriptions that mean nothing (any more) and are left out, in words for a person.</returns>
    public IReadOnlyList<string> Replace(ReadPartition partition)
    {
        var problems = new List<string>();
        var number = int.Parse(partition.Name, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        foreach (var topic in _partitions.GetValueOrDefault(partition.Name)?.Topics ?? [])
        {
            _touched.Add(topic);
            topic.Coming?.RemoveAll(follower => follower.Partition == number);
        }

        var topics = new HashSet<Topic>();
        foreach (var subscriber in partition.Subscribers.Where(subscriber => subscriber.Suspended is null))
        {
            foreach (var (schedule, subscriptions) in ByScheduleOf(subscriber, problems))
            {
                var follower = new Follower(Follower.NumberOf(subscriber.Id), schedule);
                foreach (var topic in subscriptions.Select(TopicOf).Distinct())
                {
                    (topic.Coming ??= []).Add(follower);
                    topics.Add(topic);
                }
            }
        }

        _touched.UnionWith(topics);
        _changed.Add(number);
        _partitions.Remove(partition.Name);
        if (partition.ETag is { } eTag)
        {
            _partitions[partition.Name] = new IndexedPartition(eTag, [.. topics]);
        }

        problems.AddRange(topics.Where(topic => topic is { IsRule: false, IsQuery: false, Followers: [] }).Select(topic => $"'{topic.Text}' is no query"));
        return problems;
    }

    /// <summary>The snapshot with all that was taken since the last one.</summary>
    public SubscriptionSnapshot Commit()
    {
        if (_changed.Count == 0)
        {
            return _snapshot;
        }

        foreach (var topic in _touched)
        {
            topic.Followers = [.. topic.Followers.Where(follower => !_changed.Contains(follower.Partition)), .. topic.Coming ?? []];
            topic.Coming = null;
            if (topic.Followers.Length == 0)
            {
                (topic.IsRule ? _ruleTopics : _queryTopics).Remove(topic.Text);
            }
        }

        _rules = Apply(_rules);
        if (_matcher.Changes + _touched.Count(topic => topic.IsQuery && topic.Number is null) > mostChanges)
        {
            CompileAll();
        }
        else
        {
            _queries = Apply(_queries);
        }

        _touched.Clear();
        _changed.Clear();
        return _snapshot = new SubscriptionSnapshot(_matcher, _queries, _rules);
    }

    private IEnumerable<(SubscriptionSchedule Schedule, IEnumerable<Subscription> Subscriptions)> ByScheduleOf(
        Subscriber subscriber, List<string> problems)
    {
        foreach (var group in subscriber.Subscriptions.GroupBy(subscription => (subscription.Send, subscription.TimeZone)))
        {
            if (!_schedules.TryGetValue(group.Key, out var schedule))
            {
                _schedules[group.Key] = schedule = SubscriptionSchedule.Of(group.First());
                if (schedule is null)
                {
                    problems.Add($"'{group.Key.Send}' in '{group.Key.TimeZone}' is no schedule");
                }
            }

            if (schedule is not null)
            {
                yield return (schedule, group);
            }
        }
    }

    private Topic TopicOf(Subscription subscription)
    {
        var isRule = subscription.Query is null;
        var topics = isRule ? _ruleTopics : _queryTopics;
        return topics.TryGetValue(subscription.Name, out var topic) ? topic : topics[subscription.Name] = new Topic(subscription.Name, isRule);
    }

    private ImmutableDictionary<string, Follower[]> Apply(ImmutableDictionary<string, Follower[]> rules)
    {
        var next = rules.ToBuilder();
        foreach (var topic in _touched.Where(topic => topic.IsRule))
        {
            if (topic.Followers.Length == 0)
            {
                next.Remove(topic.Text);
            }
            else
            {
                next[topic.Text] = topic.Followers;
            }
        }

        return next.ToImmutable();
    }

    private ImmutableDictionary<int, WatchedQuery> Apply(ImmutableDictionary<int, WatchedQuery> queries)
    {
        var next = queries.ToBuilder();
        foreach (var topic in _touched.Where(topic => topic.IsQuery))
        {
            if (topic.Followers.Length == 0)
            {
                if (topic.Number is { } free)
                {
                    _matcher = _matcher.With(free, null);
                    _free.Push(free);
                    next.Remove(free);
                }

                continue;
            }

            if (topic.Number is null)
            {
                topic.Number = _free.TryPop(out var freed) ? freed : _matcher.Count;
                _matcher = _matcher.With(topic.Number.Value, topic.Query);
            }

            next[topic.Number.Value] = new WatchedQuery(topic.Text, topic.Followers);
        }

        return next.ToImmutable();
    }

    private void CompileAll()
    {
        var topics = _queryTopics.Values.Where(topic => topic.IsQuery).ToList();
        foreach (var (number, topic) in topics.Index())
        {
            topic.Number = number;
        }

        _free.Clear();
        _matcher = RuleMatcher.Compile(topics.Select(topic => topic.Query));
        _queries = topics.Index().ToImmutableDictionary(entry => entry.Index, entry => new WatchedQuery(entry.Item.Text, entry.Item.Followers));
    }

    private sealed record IndexedPartition(string ETag, Topic[] Topics);
}
