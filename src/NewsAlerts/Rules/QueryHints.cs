using NewsAlerts.Rules.Names;

namespace NewsAlerts.Rules;

/// <summary>Finds what is right in a query and yet probably not meant.</summary>
internal static class QueryHints
{
    private const char Star = '*';

    /// <summary>The words that look like operators in lower case, each with the operator that was probably meant.</summary>
    public static IReadOnlyList<QueryMistake> Of(string query)
    {
        var hints = new List<QueryMistake>();
        foreach (var (before, token) in Tokens(query))
        {
            var word = query.Substring(token.Start, token.Length);
            if (token.Kind == QueryTokenKind.Word
                && before.Kind is not (QueryTokenKind.Exact or QueryTokenKind.Field)
                && Meant(word) is { } meant)
            {
                hints.Add(new QueryMistake(
                    token.Start, token.Length, $"'{word}' is looked for as a word: operators are upper case", meant));
            }
        }

        return hints;
    }

    /// <summary>The values behind <c>feed:</c> that are not among the names and tags of any feed.</summary>
    /// <param name="query">The query.</param>
    /// <param name="labels">All names and tags that there are.</param>
    public static IReadOnlyList<QueryMistake> OfFeeds(string query, IEnumerable<string> labels)
    {
        var known = labels.Select(label => Folded.Of(label)).ToHashSet(StringComparer.Ordinal);
        return [.. from pair in Tokens(query)
                   let value = query.Substring(pair.Token.Start, pair.Token.Length)
                   where IsFeed(query, pair.Before)
                       && pair.Token.Kind is QueryTokenKind.Word or QueryTokenKind.Phrase
                       && !IsKnown(value, known)
                   select new QueryMistake(
                       pair.Token.Start, pair.Token.Length, $"no feed has the name or tag {value}")];
    }

    private static bool IsFeed(string query, QueryToken field) =>
        field.Kind == QueryTokenKind.Field
        && QueryFields.Find(query.AsSpan(field.Start, field.Length).TrimEnd(':')) == TextField.Feed;

    private static bool IsKnown(string value, HashSet<string> known) => value.EndsWith(Star)
        ? known.Any(label => label.StartsWith(Folded.Of(value), StringComparison.Ordinal))
        : known.Contains(Folded.Of(value));

    private static List<(QueryToken Before, QueryToken Token)> Tokens(string query)
    {
        var tokens = new List<(QueryToken, QueryToken)>();
        var lexer = new QueryLexer(query);
        var before = new QueryToken(QueryTokenKind.End, 0, 0);
        for (var token = lexer.Read(); token.Kind != QueryTokenKind.End; token = lexer.Read())
        {
            tokens.Add((before, token));
            before = token;
        }

        return tokens;
    }

    private static string? Meant(string word)
    {
        var upper = word.ToUpperInvariant();
        return upper is "AND" or "OR" or "NOT" || upper.StartsWith("NEAR/", StringComparison.Ordinal) ? upper : null;
    }
}
