using System.Text;
using NewsAlerts.Names.Text;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Parsing;

/// <summary>Finds what is right in a query and yet probably not meant.</summary>
public static class QueryHints
{
    private const char Star = '*';

    private const string DroppedSigns = "#$@";
    private const string SingleQuotes = "'‘’";
    private const int MostQuoted = 8;

    /// <summary>What each part of a query that is probably not meant as it is understood was meant to be.</summary>
    public static IReadOnlyList<QueryMistake> Of(string query)
    {
        var hints = new List<QueryMistake>();
        var tokens = Tokens(query);
        for (var at = 0; at < tokens.Count; at++)
        {
            var (before, token) = tokens[at];
            var text = query.Substring(token.Start, token.Length);
            var hint = IsValue(query, before) ? null : token.Kind switch
            {
                QueryTokenKind.Word => OfOperator(text, before) ?? OfSign(text) ?? OfSingleQuotes(query, tokens, at),
                QueryTokenKind.Phrase => OfPhrase(text),
                _ => null,
            };
            if (hint is not null)
            {
                hints.Add(hint with { Start = token.Start, Length = hint.Length == 0 ? token.Length : hint.Length });
            }
        }

        return hints;
    }

    // A hint is given the place of its token, and its length where it has none.
    private static QueryMistake Hint(string message, string? meant, int length = 0) => new(0, length, message, meant);

    private static QueryMistake? OfOperator(string word, QueryToken before) =>
        before.Kind is QueryTokenKind.Exact or QueryTokenKind.Field ? null
        : word.ToUpperInvariant() is ("AND" or "OR" or "NOT") and var upper
            ? Hint($"'{word}' is looked for as a word: operators are upper case", upper)
        : ForeignOperators.Translated(word) is { } meant ? Hint($"'{word}' is looked for as a word: operators are English", meant)
        : null;

    private static QueryMistake? OfSign(string word) =>
        word.Length > 1 && DroppedSigns.Contains(word[0]) && char.IsLetterOrDigit(word[1])
            ? Hint($"'{word[0]}' is not looked for: this finds the word '{word[1..]}', with the sign and without it", word[1..])
            : null;

    private static QueryMistake? OfSingleQuotes(string query, List<(QueryToken Before, QueryToken Token)> tokens, int first)
    {
        var start = tokens[first].Token.Start;
        if (query[start] is not ('\'' or '‘') || SingleQuotes.Contains(query[tokens[first].Token.End - 1]))
        {
            return null;
        }

        for (var at = first + 1; at < tokens.Count && at <= first + MostQuoted && tokens[at].Token.Kind == QueryTokenKind.Word; at++)
        {
            var end = tokens[at].Token.End;
            if (SingleQuotes.Contains(query[end - 1]))
            {
                return Hint("single quotes make no phrase: write double ones", $"\"{query[(start + 1)..(end - 1)]}\"", end - start);
            }
        }

        return null;
    }

    private static QueryMistake? OfPhrase(string phrase)
    {
        // A headline in capitals has no operators.
        var words = phrase[1..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Skip(1).SkipLast(1).Any(IsOperator) && phrase.Any(char.IsLower))
        {
            return Hint("operators between quotes are words of the phrase", Unquoted(words));
        }

        var star = phrase.AsSpan(1).IndexOf(Star);
        return star > 0 && char.IsLetterOrDigit(phrase[star])
            ? Hint("'*' between quotes stands for nothing: a phrase has whole words", null)
            : null;
    }

    private static bool IsOperator(string word) => word is "AND" or "OR" or "NOT" || ForeignOperators.IsNear(word);

    // Each run of words between two operators is a phrase of its own.
    private static string Unquoted(string[] words)
    {
        var text = new StringBuilder("(\"");
        for (var at = 0; at < words.Length; at++)
        {
            text.Append(IsOperator(words[at]) ? $"\" {words[at]} \"" : at == 0 || IsOperator(words[at - 1]) ? words[at] : $" {words[at]}");
        }

        return text.Append("\")").ToString();
    }

    private static bool IsValue(string query, QueryToken field)
    {
        var name = field.Kind == QueryTokenKind.Field ? query.AsSpan(field.Start, field.Length - 1) : "";
        return QueryFields.IsPerson(name) || (QueryFields.Find(name) is { } found && FieldTerms.IsWhole(found));
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
        var lexer = new QueryLexer(QueryLexer.WithAsciiSigns(query));
        var before = new QueryToken(QueryTokenKind.End, 0, 0);
        for (var token = lexer.Read(); token.Kind != QueryTokenKind.End; token = lexer.Read())
        {
            tokens.Add((before, token));
            before = token;
        }

        return tokens;
    }
}
