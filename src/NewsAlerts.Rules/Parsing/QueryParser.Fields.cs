using NewsAlerts.Names;
using NewsAlerts.Rules.Matching;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Parsing;

/// <content>What stands behind a name and a colon: fields, and people.</content>
public ref partial struct QueryParser
{
    private QueryNode? ParseField()
    {
        var field = _token;
        var name = _text.Substring(field.Start, field.Length - 1);
        if (QueryFields.IsPerson(name))
        {
            return ParseName();
        }

        if (_field is not null)
        {
            return Fail(field, "A field cannot stand inside another one.", "");
        }

        if (QueryFields.Find(name) is not { } found)
        {
            return IsAddress(field, out var address) ? FailAddress(address) : Fail(
                field,
                $"There is no field `{name}:`; there are {QueryFields.List}.",
                ForeignOperators.IsNameOfNear(name) ? QueryWords.NearStart
                    : QueryFields.Guess(name) is { } guess ? $"{guess}:"
                    : QueryFields.IsForeign(name) ? null
                    : $"{name} ");
        }

        Take();
        if (_token.Kind is QueryTokenKind.End or QueryTokenKind.Close)
        {
            return FailApart(field);
        }

        _field = found;
        var operand = ParsePrimary();
        _field = null;
        return operand is null ? null : new QueryNode.In(found, operand);
    }

    private QueryNode? ParseName()
    {
        var name = _token;
        if (_field is TextField.Link || (_field is { } field && FieldTerms.IsWhole(field)))
        {
            return Fail(name, $"`name:` finds people in texts, authors and categories, not in `{QueryFields.NameOf(_field.Value)}:`.", "");
        }

        Take();
        var written = _token;
        if (written.Kind is not (QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.UnclosedPhrase))
        {
            return written.Kind == QueryTokenKind.End
                ? FailApart(name)
                : Fail(name, "`name:` takes a name right after it, such as `name:\"Sergei Lavrov\"`.", "");
        }

        if (ParsePrimary() is not { } node)
        {
            return null;
        }

        if (node is not (QueryNode.Word or QueryNode.Phrase))
        {
            return Fail(written.Start, _end, "`name:` finds the spellings of a name by itself; it takes no `*`, `?` and `~`.", TextOf(written).TrimEnd('*').Replace('?', ' ').TrimEnd());
        }

        var isQuoted = node is QueryNode.Phrase;
        var reading = NameVariants.Read(isQuoted ? TextOf(written)[1..^1] : TextOf(written));
        return reading.IsName
            ? new QueryNode.Name(node, reading)
            : Fail(written, reading.Mistake, isQuoted && reading.Suggestion is { Length: > 0 } meant ? $"\"{meant}\"" : reading.Suggestion);
    }

    /// <summary>Says that a field touches what it is a field of, with what stands behind the space.</summary>
    private QueryNode? FailApart(QueryToken field)
    {
        var name = TextOf(field);
        var start = _text.Length - _text.AsSpan(field.End).TrimStart().Length;
        var lexer = new QueryLexer(_text[start..]);
        var end = EndOfOperand(ref lexer, isName: QueryFields.IsPerson(name.AsSpan()[..^1]));
        var operand = _text.Substring(start, end);
        var isSeveral = operand.Contains(' ', StringComparison.Ordinal) && !QueryLexer.HasQuote(operand);
        var message = $"`{name}` needs a word right after it, without a space.";
        return end == 0
            ? Fail(field, message, "")
            : Fail(field.Start, start + end, message, name + (isSeveral ? $"\"{operand}\"" : operand));
    }

    /// <summary>
    /// Where an operand ends that a text starts with: a word, a phrase, the parenthesis of a group, all words of a name; 0 where
    /// there is none.
    /// </summary>
    private static int EndOfOperand(ref QueryLexer lexer, bool isName)
    {
        var token = lexer.Read();
        token = token.Kind == QueryTokenKind.Exact ? lexer.Read() : token;
        var end = token.Kind is QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Open ? token.End : 0;
        if (!isName || token.Kind != QueryTokenKind.Word)
        {
            return end;
        }

        for (token = lexer.Read(); token.Kind == QueryTokenKind.Word; token = lexer.Read())
        {
            end = token.End;
        }

        return end;
    }

    private readonly bool IsAddress(QueryToken scheme, out QueryToken address)
    {
        address = new(QueryTokenKind.Word, scheme.Start, QueryLexer.EndOfWord(_text, scheme.Start) - scheme.Start);
        return _text.AsSpan(scheme.End).StartsWith("//");
    }

    private QueryNode? FailAddress(QueryToken address)
    {
        var site = SiteName.OfLink(TextOf(address)).ToString();
        var meant = SiteName.Normalize(site) is null ? null
            : TextOf(address).TrimEnd('/').EndsWith("//" + site, StringComparison.Ordinal) ? $"site:{site}"
            : $"link:\"{TextOf(address)}\"";
        return Fail(address, "An address is found by `site:` and its host, or by words that are in it, with `link:`.", meant ?? "");
    }
}
