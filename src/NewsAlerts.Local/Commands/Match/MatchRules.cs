using NewsAlerts.Rules;

namespace NewsAlerts.Local.Commands.Match;

/// <summary>Rules to match with, and the mistakes in them, each as lines for a person.</summary>
/// <param name="Matcher">The rules, compiled; where there are mistakes, without the wrong ones.</param>
/// <param name="NameOf">The name of the rule with a number.</param>
/// <param name="Mistakes">What is wrong in the file.</param>
internal sealed record MatchRules(RuleMatcher Matcher, Func<int, string> NameOf, IReadOnlyList<string> Mistakes)
{
    /// <summary>What is right in the file and probably not meant, each as lines for a person.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>Whether a rule looks at the items of a feed (null where not stated); by default every rule does.</summary>
    public Func<int, string?, bool> LooksAt { get; init; } = (_, _) => true;

    /// <summary>The names and tags of a feed, by which <c>feed:</c> finds its items.</summary>
    public Func<string, IEnumerable<string>> LabelsOf { get; init; } = feed => [feed];

    private static readonly string[] ConfigurationExtensions = [".yaml", ".yml"];

    /// <summary>The item with all names and tags of its feed.</summary>
    public MatchItem WithLabels(MatchItem item) => item is { Feed: { } feed, Text.About: { } about }
        ? item with { Text = item.Text with { About = about with { FeedLabels = [.. LabelsOf(feed)] } } }
        : item;

    /// <summary>Reads a configuration, or a text file with one query a line.</summary>
    public static MatchRules Load(string path) =>
        ConfigurationExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)
            ? RuleFile.Load(path)
            : new MatchQueryLines(path).Load();
}
