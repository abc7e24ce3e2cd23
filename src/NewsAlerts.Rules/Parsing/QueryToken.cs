namespace NewsAlerts.Rules.Parsing;

/// <summary>A piece of a query's text: its kind and where it is.</summary>
internal readonly record struct QueryToken(QueryTokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
