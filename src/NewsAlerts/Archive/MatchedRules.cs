using NewsAlerts.Configuration;
using NewsAlerts.Messages;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Archive;

/// <summary>
/// Tells what the names of rules that matched stand for, and where they did. People who subscribe by themselves follow rules
/// of the configuration and have queries of their own, whose names are their texts.
/// </summary>
/// <param name="rules">The rules of the configuration.</param>
/// <param name="hasOwnQueries">Whether a name may be the text of a query.</param>
internal sealed class MatchedRules(RuleSnapshot rules, bool hasOwnQueries)
{
    private readonly Dictionary<string, RuleMatcher?> _own = [];

    /// <summary>What a name stands for, and the places in an item that made it match.</summary>
    public (AlertRule Rule, IReadOnlyList<WordMatch> Places) Find(string name, in ItemText item)
    {
        var rule = rules.Find(name);
        var places = rules.Locate(name, item);

        // A query may be written like the name of a rule: what matches the item is what was meant.
        return places.Count == 0 && OwnQuery(name) is { } own && own.Locate(0, item) is var found && (found.Count > 0 || rule is null)
            ? (new AlertRule(name, name), found)
            : (new AlertRule(name, rule?.When ?? ""), places);
    }

    private RuleMatcher? OwnQuery(string text)
    {
        if (hasOwnQueries && !_own.ContainsKey(text))
        {
            _own[text] = QueryParser.Parse(text).Query is { } query ? RuleMatcher.Compile([query]) : null;
        }

        return _own.GetValueOrDefault(text);
    }
}
