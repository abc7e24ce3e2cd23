namespace NewsAlerts.Local.Commands.Match;

/// <summary>Shows what an item matched.</summary>
internal interface IMatchPrinter
{
    void Print(MatchItem item, MatchRules rules, IReadOnlyList<int> matched);
}
