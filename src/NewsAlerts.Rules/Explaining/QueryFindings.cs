namespace NewsAlerts.Rules.Explaining;

/// <summary>
/// Finds out for every part of a query whether an item satisfies it, and where. Each part is asked as a query of its
/// own, so that the answer is always the matcher's.
/// </summary>
public static class QueryFindings
{
    /// <summary>The findings for a query, as a tree of its parts.</summary>
    public static QueryFinding Of(Query query, in ItemText item) => Find(query.Root, field: null, item);

    private static QueryFinding Find(QueryNode node, TextField? field, ItemText item) => node switch
    {
        QueryNode.In scope => Find(scope.Operand, scope.Field, item),
        QueryNode.Not not => Negate(not, field, Find(not.Operand, field, item)),
        QueryNode.And and => Ask(QueryFindingKind.All, node, field, and.Operands, item),
        QueryNode.Or or => Ask(QueryFindingKind.Any, node, field, or.Operands, item),
        QueryNode.Near near => Ask(QueryFindingKind.Near, node, field, [near.Left, near.Right], item),
        _ => Ask(QueryFindingKind.Term, node, field, [], item),
    };

    private static QueryFinding Negate(QueryNode.Not not, TextField? field, QueryFinding operand) =>
        new(QueryFindingKind.Not, QueryPrinter.Print(new QueryNode.Not(Scope(not.Operand, field))), !operand.Holds) { Parts = [operand] };

    private static QueryNode Scope(QueryNode node, TextField? field) =>
        field is { } scope ? new QueryNode.In(scope, node) : node;

    private static QueryFinding Ask(
        QueryFindingKind kind, QueryNode node, TextField? field, IReadOnlyList<QueryNode> operands, ItemText item)
    {
        var asked = new Query(Scope(node, field));
        var (holds, fields) = Match(asked, item);
        var isFound = kind is QueryFindingKind.Term or QueryFindingKind.Near;
        return new QueryFinding(kind, asked.ToString(), holds)
        {
            Fields = isFound ? fields : [],
            Elsewhere = isFound && !holds && field is not null ? Match(new Query(node), item).Fields : [],
            Parts = [.. operands.Select(operand => Find(operand, field, item))],
        };
    }

    private static (bool Holds, IReadOnlyList<TextField> Fields) Match(Query query, in ItemText item)
    {
        var matcher = RuleMatcher.Compile([query]);
        var held = new List<int>();
        matcher.Match(item, held);
        return (held.Count > 0, [.. matcher.Locate(0, item).Select(place => place.Field).Distinct().Order()]);
    }
}
