using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Rules.Explaining;

/// <summary>Says for people what became of a query in an item.</summary>
public static class QueryFindingText
{
    /// <summary>What was found, and what was missing: <c>Lavrov: in the title; Taiwan: nowhere</c>.</summary>
    public static string Of(QueryFinding finding) => string.Join("; ", Sentences(finding).Distinct());

    private static IEnumerable<string> Sentences(QueryFinding finding) => finding.Kind switch
    {
        // Of a choice that is met, what was not needed says nothing; the same for what must not be there and is not.
        QueryFindingKind.Any when finding.Holds => finding.Parts.Where(part => part.Holds).SelectMany(Sentences),
        QueryFindingKind.All or QueryFindingKind.Any => finding.Parts.SelectMany(Sentences),
        QueryFindingKind.Not when finding.Holds => [],
        QueryFindingKind.Not => [$"{finding.Text}: but it stands there ({string.Join("; ", finding.Parts.SelectMany(Sentences))})"],
        QueryFindingKind.Near when !finding.Holds && finding.Parts.All(part => part.Holds) =>
            [$"{finding.Text}: not so close together ({string.Join("; ", finding.Parts.SelectMany(Sentences))})"],
        QueryFindingKind.Near when !finding.Holds => finding.Parts.SelectMany(Sentences),
        _ => [$"{finding.Text}: {Place(finding)}"],
    };

    private static string Place(QueryFinding finding) => finding switch
    {
        { Holds: true } => In(finding.Fields),
        { Elsewhere.Count: > 0 } => $"not there, but {In(finding.Elsewhere)}",
        _ => "nowhere",
    };

    private static string In(IReadOnlyList<TextField> fields) => fields.Count == 0
        ? "yes"
        : $"in the {string.Join(" and the ", fields.Select(QueryFields.NameOf))}";
}
