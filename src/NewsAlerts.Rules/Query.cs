using NewsAlerts.Rules.Explaining;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Rules;

/// <summary>A query, parsed. Made by <see cref="QueryParser"/>; printed, it can be parsed again to the same query.</summary>
public sealed record Query
{
    internal Query(QueryNode root) => Root = root;

    internal QueryNode Root { get; }

    /// <summary>The query as understood: every operator written out, parentheses only where they are needed.</summary>
    public override string ToString() => QueryPrinter.Print(Root);
}
