using NewsAlerts.Local.Commands.Printing;

namespace NewsAlerts.Local.Commands.Match;

/// <summary>Prints one JSON object an item: <c>{"item": id, "rules": [names]}</c>.</summary>
internal sealed class MatchJsonPrinter(TextWriter output) : IMatchPrinter
{
    public void Print(MatchItem item, MatchRules rules, IReadOnlyList<int> matched) =>
        output.WriteLine($$"""{"item": {{item.Id}}, "rules": {{JsonLines.Of(matched.Select(rules.NameOf))}}}""");
}
