using System.Diagnostics.CodeAnalysis;

namespace NewsAlerts.Rules.Parsing;

/// <summary>What became of a query's text: either the query, or the first mistake in it.</summary>
public sealed record QueryParseResult
{
    private QueryParseResult(Query? query, QueryMistake? mistake)
    {
        Query = query;
        Mistake = mistake;
    }

    /// <summary>The query; null where the text is wrong.</summary>
    public Query? Query { get; }

    /// <summary>The first mistake; null where the text is a query.</summary>
    public QueryMistake? Mistake { get; }

    /// <summary>Whether the text is a query.</summary>
    [MemberNotNullWhen(true, nameof(Query))]
    [MemberNotNullWhen(false, nameof(Mistake))]
    public bool IsQuery => Query is not null;

    internal static QueryParseResult Parsed(Query query) => new(query, null);

    internal static QueryParseResult Wrong(QueryMistake mistake) => new(null, mistake);
}
