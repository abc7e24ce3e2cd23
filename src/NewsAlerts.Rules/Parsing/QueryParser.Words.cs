using NewsAlerts.Names.Text;
using NewsAlerts.Rules.Matching;
using NewsAlerts.Rules.Places;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Parsing;

/// <content>What is looked for: words, phrases, and the signs that belong to them.</content>
public ref partial struct QueryParser
{
    private QueryNode? ParsePrimary() => _token.Kind switch
    {
        QueryTokenKind.Word => ParseWord(),
        QueryTokenKind.Phrase => ParsePhrase(),
        QueryTokenKind.Open => ParseGroup(),
        QueryTokenKind.Field => ParseField(),
        QueryTokenKind.Exact => ParseExact(),
        QueryTokenKind.Pattern => ParsePattern(),
        QueryTokenKind.UnclosedPattern => Fail(_token, "This regular expression is not closed.", TextOf(_token).TrimEnd() + "/"),
        QueryTokenKind.Slop => Fail(_token, "`~` stands behind a phrase.", ""),
        QueryTokenKind.UnclosedPhrase => Fail(_token, "This quote is not closed.", $"\"{QueryLexer.WithoutQuotes(TextOf(_token)[1..])}\""),
        QueryTokenKind.Close => Fail(_token, "This parenthesis closes nothing.", ""),
        QueryTokenKind.Foreign => FailForeign(),
        _ => Fail(_token, $"`{TextOf(_token)}` needs a word before it.", ""),
    };

    private QueryNode? ParseWord()
    {
        var word = _token;
        Take();
        var node = _field is { } field && FieldTerms.IsWhole(field)
            ? FieldValues.Read(field, TextOf(word), out var message, out var suggestion)
            : QueryWords.Read(WithPercent(TextOf(word)), out message, out suggestion);
        return node ?? Fail(word, message, suggestion);
    }

    /// <summary>A number with the sign of a percentage that stands apart from it: 5 %.</summary>
    private string WithPercent(string word)
    {
        if (!char.IsAsciiDigit(word[^1]) || _token.Kind != QueryTokenKind.Word || TextOf(_token) is not ("%" or "％"))
        {
            return word;
        }

        Take();
        return word + WordPart.Percent;
    }

    private QueryNode? ParsePhrase()
    {
        var phrase = _token;
        Take();
        var text = QueryLexer.WithoutQuotes(_text.Substring(phrase.Start + 1, phrase.Length - 2));
        if (TokenReader.Count(text) == 0)
        {
            return Fail(phrase, "There is no word between these quotes.", "");
        }

        if (_field is { } field && FieldTerms.IsWhole(field))
        {
            return FieldValues.Read(field, text, out var message, out var suggestion) is null ? Fail(phrase, message, suggestion)
                : _token.Kind == QueryTokenKind.Slop ? Fail(_token, FieldValues.IsWhole(field, "`~`"), "")
                : new QueryNode.Phrase(text);
        }

        return _token.Kind == QueryTokenKind.Slop ? ParseSlop(text) : new QueryNode.Phrase(text);
    }

    private QueryNode? ParseSlop(string text)
    {
        var slop = _token;
        Take();
        if (QueryWords.ReadSlop(TextOf(slop)) is not { } between)
        {
            return Fail(slop, "`~` needs a number of words from 1 to 99, such as `~3`.", "~3");
        }

        return TokenReader.Count(text) == 1
            ? Fail(slop, "`~` says how many words may stand between those of a phrase; here is only one.", "")
            : new QueryNode.Loose(text, between);
    }

    private QueryNode? ParseExact()
    {
        var exact = _token;
        Take();
        if (_field is { } field && FieldTerms.IsWhole(field))
        {
            return Fail(exact, FieldValues.IsWhole(field, "`=`"), "");
        }

        switch (_token.Kind)
        {
            case QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.UnclosedPhrase:
                var start = _token.Start;
                return ParsePrimary() switch
                {
                    null => null,
                    QueryNode.Loose => Fail(exact.Start, _end, "`=` and `~` do not go together.", _text[start.._end]),
                    var operand => new QueryNode.Exact(operand),
                };
            case QueryTokenKind.Field:
                return Fail(exact.Start, _token.End, "`=` stands right before the word, behind the field.", TextOf(_token) + "=");
            default:
                return Fail(exact, "`=` stands right before a word or a phrase.", "");
        }
    }

    private QueryNode? ParsePattern()
    {
        var pattern = _token;
        Take();
        return QueryPattern.Read(_written.Substring(pattern.Start, pattern.Length), out var node, out var mistake)
            ? node
            : Fail(pattern.Start + mistake.Start, pattern.Start + mistake.Start + mistake.Length, mistake.Message, mistake.Suggestion);
    }
}
