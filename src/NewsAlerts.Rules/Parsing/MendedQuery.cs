namespace NewsAlerts.Rules.Parsing;

/// <summary>What a whole query probably was to be, by what is suggested for its mistakes.</summary>
public static class MendedQuery
{
    // Each may uncover another one: an OR after a NOT that is left out.
    private const int MostMistakes = 10;

    /// <summary>The query without the mistake, and without those that then follow; null where that is not known, or no query.</summary>
    public static string? Of(string query, QueryMistake mistake)
    {
        var next = mistake;
        for (var i = 0; i < MostMistakes; i++)
        {
            if (next.Suggestion is not { } suggestion)
            {
                return null;
            }

            query = string.Concat(query.AsSpan(0, next.Start), suggestion, query.AsSpan(next.Start + next.Length)).Trim();
            if (QueryParser.Parse(query).Mistake is not { } other)
            {
                return query;
            }

            next = other;
        }

        return null;
    }
}
