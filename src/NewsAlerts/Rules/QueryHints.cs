namespace NewsAlerts.Rules;

/// <summary>Finds what is right in a query and yet probably not meant: operators that are not in upper case.</summary>
internal static class QueryHints
{
    /// <summary>The words that look like operators, each with the operator that was probably meant.</summary>
    public static IReadOnlyList<QueryMistake> Of(string query)
    {
        var hints = new List<QueryMistake>();
        var lexer = new QueryLexer(query);
        var previous = QueryTokenKind.End;
        for (var token = lexer.Read(); token.Kind != QueryTokenKind.End; token = lexer.Read())
        {
            var word = query.Substring(token.Start, token.Length);
            if (token.Kind == QueryTokenKind.Word && previous is not (QueryTokenKind.Exact or QueryTokenKind.Field) && Meant(word) is { } meant)
            {
                hints.Add(new QueryMistake(
                    token.Start, token.Length, $"'{word}' is looked for as a word: operators are upper case", meant));
            }

            previous = token.Kind;
        }

        return hints;
    }

    private static string? Meant(string word)
    {
        var upper = word.ToUpperInvariant();
        return upper is "AND" or "OR" or "NOT" || upper.StartsWith("NEAR/", StringComparison.Ordinal) ? upper : null;
    }
}
