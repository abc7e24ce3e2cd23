using NewsAlerts.Rules;

namespace NewsAlerts.Configuration;

/// <summary>The watch rules of one configuration, compiled: immutable, and safe to use from many threads.</summary>
internal sealed class RuleSnapshot
{
    private readonly IReadOnlyList<WatchRule> _rules;
    private readonly RuleMatcher _matcher;
    private readonly Dictionary<string, int> _indexes;
    private readonly Dictionary<string, HashSet<string>> _labels;

    /// <summary>Compiles rules.</summary>
    /// <param name="rules">The rules; their names are distinct.</param>
    /// <param name="feeds">The feeds that they may choose by name or tag.</param>
    public RuleSnapshot(IReadOnlyList<WatchRule> rules, IReadOnlyList<Feed> feeds)
    {
        _rules = rules;
        _matcher = RuleMatcher.Compile(rules.Select(rule => rule.Query));
        _indexes = rules.Index().ToDictionary(entry => entry.Item.Name, entry => entry.Index);
        _labels = feeds.ToDictionary(
            feed => feed.Url,
            feed => feed.Labels.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The rules that an item of a feed satisfies, in the order of the configuration.</summary>
    public IReadOnlyList<WatchRule> Match(in ItemText item, string feedUrl)
    {
        var indexes = new List<int>();
        _matcher.Match(item, indexes);
        return [.. indexes.Select(index => _rules[index]).Where(rule => LooksAt(rule, feedUrl))];
    }

    /// <summary>The rule of that name; null where there is none.</summary>
    public WatchRule? Find(string name) => _indexes.TryGetValue(name, out var index) ? _rules[index] : null;

    /// <summary>The places in an item that made a rule match; none where there is no such rule.</summary>
    public IReadOnlyList<WordMatch> Locate(string rule, in ItemText item) =>
        _indexes.TryGetValue(rule, out var index) ? _matcher.Locate(index, item) : [];

    /// <summary>Whether a rule looks at the items of a feed.</summary>
    public bool LooksAt(WatchRule rule, string feedUrl) =>
        rule.Feeds.Count == 0 || (_labels.TryGetValue(feedUrl, out var labels) && rule.Feeds.Any(labels.Contains));
}
