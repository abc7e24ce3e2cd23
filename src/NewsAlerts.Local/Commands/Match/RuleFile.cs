using NewsAlerts.Configuration;
using NewsAlerts.Local.Commands.Configuring;
using NewsAlerts.Rules;

namespace NewsAlerts.Local.Commands.Match;

/// <summary>The rules of an alerts.yaml.</summary>
internal static class RuleFile
{
    /// <summary>Reads a configuration; its mistakes are those of <c>alerts check</c>, a line each.</summary>
    public static MatchRules Load(string path)
    {
        var result = ConfigurationFile.Load(path).Result;
        var configuration = result.Configuration ?? new AlertsConfiguration();
        return new MatchRules(
            RuleMatcher.Compile(configuration.Rules.Select(rule => rule.Query)),
            number => configuration.Rules[number].Name,
            [.. result.Mistakes.Select(mistake => mistake.ToString())])
        {
            Hints = [.. result.Warnings.Where(warning => warning.Line > 0).Select(warning => warning.ToString())],
            LooksAt = (number, feed) => LooksAt(configuration.Rules[number], feed, configuration),
            LabelsOf = feed => LabelsOf(feed, configuration),
        };
    }

    // An item that does not say where it is from could be from anywhere.
    private static bool LooksAt(WatchRule rule, string? feed, AlertsConfiguration configuration) =>
        rule.Feeds.Count == 0 || feed is null || LabelsOf(feed, configuration).Intersect(rule.Feeds).Any();

    private static IEnumerable<string> LabelsOf(string feed, AlertsConfiguration configuration) =>
        configuration.Feeds.Where(known => known.Name == feed || known.Url == feed).SelectMany(known => known.Labels).Append(feed).Distinct();
}
