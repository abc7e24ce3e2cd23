using NewsAlerts.Rules;

namespace NewsAlerts.Local.Commands;

/// <summary>The rules of an alerts.yaml.</summary>
internal static class RuleFile
{
    /// <summary>Reads a configuration; its mistakes are those of <c>alerts check</c>, a line each.</summary>
    public static MatchRules Load(string path)
    {
        var result = ConfigurationFile.Load(path).Result;
        var rules = result.Configuration?.Rules ?? [];
        return new MatchRules(
            RuleMatcher.Compile(rules.Select(rule => rule.Query)),
            number => rules[number].Name,
            [.. result.Mistakes.Select(mistake => mistake.ToString())]);
    }
}
