using NewsAlerts.Rules;

namespace NewsAlerts.Local.Commands;

/// <summary>The rules of an alerts.yaml.</summary>
internal static class RuleFile
{
    public static MatchRules Load(string path) =>
        new(RuleMatcher.Compile([]), _ => "", [$"{path}: rules are read from text files only."]);
}
