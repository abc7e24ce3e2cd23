using NewsAlerts.Rules.Names;

namespace NewsAlerts.Rules;

/// <summary>
/// Reads a query. Every text gives a query or a mistake with its place, never an exception.
/// <code>
/// query  := and ("OR" and)*
/// and    := clause ("AND"? clause)*          at least one clause is not negative
/// clause := ("NOT" | "-")? near
/// near   := prim ("NEAR/" n prim)?           n from 1 to 99; words, phrases, prefixes, and ORs of them
/// prim   := field? ("(" query ")" | place | "/" regular expression "/" "i"?)
/// place  := "="? (phrase ("~" n)? | word | word "*")     "=" and "~" not together
/// </code>
/// </summary>
internal ref struct QueryParser
{
    /// <summary>How deep parentheses may be nested.</summary>
    public const int DeepestNesting = 50;

    private const string NearNeedsPlaces = "NEAR stands between words, phrases, prefixes, or ORs of them.";

    private readonly string _text;
    private QueryLexer _lexer;
    private QueryToken _token;
    private QueryMistake _mistake;
    private TextField? _field;
    private int _depth;
    private int _end;

    private QueryParser(string text)
    {
        _text = text;
        _lexer = new QueryLexer(text);
        _token = _lexer.Read();
        _mistake = new(0, text.Length, "The query is empty; it needs at least one word to look for.");
    }

    /// <summary>The query that the text is, or the first mistake in it.</summary>
    public static QueryParseResult Parse(string text)
    {
        if (IndexOfBrokenCharacter(text) is var broken and >= 0)
        {
            return QueryParseResult.Wrong(new(broken, 1, "This is no character; it was probably cut in half on its way here.", ""));
        }

        var parser = new QueryParser(text);
        var root = parser._token.Kind == QueryTokenKind.End ? null : parser.ParseOr();
        if (parser._token.Kind == QueryTokenKind.Close && root is not null)
        {
            root = parser.Fail(parser._token, "This parenthesis closes nothing.", "");
        }

        return root is null ? QueryParseResult.Wrong(parser._mistake) : QueryParseResult.Parsed(new Query(root));
    }

    // Half of a surrogate pair, or U+FFFE: Unicode gives them no meaning, and its algorithms refuse them.
    private static int IndexOfBrokenCharacter(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]) || text[at] == '\ufffe')
            {
                return at;
            }
        }

        return -1;
    }

    private QueryNode? ParseOr()
    {
        if (ParseAnd() is not { } first)
        {
            return null;
        }

        List<QueryNode> operands = [first];
        while (_token.Kind == QueryTokenKind.Or)
        {
            if (!TakeOperator() || ParseAnd() is not { } next)
            {
                return null;
            }

            operands.Add(next);
        }

        return operands.Count == 1 ? first : new QueryNode.Or(operands);
    }

    private QueryNode? ParseAnd()
    {
        var start = _token.Start;
        List<QueryNode> operands = [];
        do
        {
            if (operands.Count > 0 && _token.Kind == QueryTokenKind.And && !TakeOperator())
            {
                return null;
            }

            if (ParseClause() is not { } operand)
            {
                return null;
            }

            operands.Add(operand);
        }
        while (_token.Kind is not (QueryTokenKind.Or or QueryTokenKind.Close or QueryTokenKind.End));

        if (operands.TrueForAll(operand => operand is QueryNode.Not))
        {
            return Fail(start, _end, "This only says what must not be there; it needs a word that must be.");
        }

        return operands is [var only] ? only : new QueryNode.And(operands);
    }

    private QueryNode? ParseClause()
    {
        if (_token.Kind is not (QueryTokenKind.Not or QueryTokenKind.Minus))
        {
            return ParseNear();
        }

        var not = _token;
        if (!TakeOperator())
        {
            return null;
        }

        return _token.Kind is QueryTokenKind.Not or QueryTokenKind.Minus
            ? Fail(not.Start, _token.End, "Two negations in a row; one of them is enough.", "")
            : ParseNear() is { } operand ? new QueryNode.Not(operand) : null;
    }

    private QueryNode? ParseNear()
    {
        var left = ParsePlace(out var leftStart);
        if (left is null || _token.Kind != QueryTokenKind.Near)
        {
            return left;
        }

        if (!left.IsPlace)
        {
            return Fail(leftStart, _end, NearNeedsPlaces);
        }

        var near = _token;
        if (_field is { } whole && FieldTerms.IsWhole(whole))
        {
            return Fail(near, $"`{QueryFields.NameOf(whole)}:` is compared as a whole; there are no words in it to be near.", "OR");
        }

        if (QueryWords.ReadDistance(TextOf(near), out var suggestion) is not { } distance)
        {
            return Fail(near, "NEAR needs a distance from 1 to 99 words, such as `NEAR/5`.", suggestion);
        }

        if (!TakeOperator() || ParsePlace(out var rightStart) is not { } right)
        {
            return null;
        }

        if (!right.IsPlace)
        {
            return Fail(rightStart, _end, NearNeedsPlaces);
        }

        if (AreApart(left, right))
        {
            return Fail(near, "NEAR finds words of one field; these are in two.", "AND");
        }

        return _token.Kind == QueryTokenKind.Near
            ? Fail(_token, "NEAR joins two places; write `a NEAR/5 b AND b NEAR/5 c` for three.", "AND")
            : new QueryNode.Near(left, right, distance);
    }

    // A word without a field is only looked for in the texts.
    private static bool AreApart(QueryNode left, QueryNode right) => (left, right) switch
    {
        (QueryNode.In one, QueryNode.In other) => one.Field != other.Field,
        (QueryNode.In one, _) => FieldTerms.IsMarked(one.Field),
        (_, QueryNode.In other) => FieldTerms.IsMarked(other.Field),
        _ => false,
    };

    private QueryNode? ParsePlace(out int start)
    {
        start = _token.Start;
        return ParsePrimary();
    }

    private QueryNode? ParsePrimary() => _token.Kind switch
    {
        QueryTokenKind.Word => ParseWord(),
        QueryTokenKind.Phrase => ParsePhrase(),
        QueryTokenKind.Open => ParseGroup(),
        QueryTokenKind.Field => ParseField(),
        QueryTokenKind.Exact => ParseExact(),
        QueryTokenKind.Pattern => ParsePattern(),
        QueryTokenKind.UnclosedPattern => Fail(_token, "This regular expression is not closed.", TextOf(_token).TrimEnd() + "/"),
        QueryTokenKind.Slop => Fail(_token, "`~` stands right behind a phrase.", ""),
        QueryTokenKind.UnclosedPhrase => Fail(_token, "This quote is not closed.", TextOf(_token) + "\""),
        QueryTokenKind.Close => Fail(_token, "This parenthesis closes nothing.", ""),
        _ => Fail(_token, $"`{TextOf(_token)}` needs a word before it.", ""),
    };

    private QueryNode? ParseWord()
    {
        var word = _token;
        Take();
        var node = _field is { } field && FieldTerms.IsWhole(field)
            ? FieldValues.Read(field, TextOf(word), out var message, out var suggestion)
            : QueryWords.Read(TextOf(word), out message, out suggestion);
        return node ?? Fail(word, message, suggestion);
    }

    private QueryNode? ParsePhrase()
    {
        var phrase = _token;
        Take();
        var text = _text.Substring(phrase.Start + 1, phrase.Length - 2);
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

        return _token.Kind == QueryTokenKind.Slop ? ParseSlop(phrase, text) : new QueryNode.Phrase(text);
    }

    private QueryNode? ParseSlop(QueryToken phrase, string text)
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
        return QueryPattern.Read(TextOf(pattern), out var node, out var mistake)
            ? node
            : Fail(pattern.Start + mistake.Start, pattern.Start + mistake.Start + mistake.Length, mistake.Message, mistake.Suggestion);
    }

    private QueryNode? ParseGroup()
    {
        var open = _token;
        if (_depth == DeepestNesting)
        {
            return Fail(open, $"Parentheses are nested more than {DeepestNesting} deep.");
        }

        Take();
        if (_token.Kind == QueryTokenKind.Close)
        {
            return Fail(open.Start, _token.End, "There is nothing between these parentheses.", "");
        }

        _depth++;
        var inner = _token.Kind == QueryTokenKind.End ? null : ParseOr();
        _depth--;
        if (_token.Kind == QueryTokenKind.End && (inner is not null || _end == open.End))
        {
            return Fail(open.Start, _text.Length, "This parenthesis is not closed.", _text[open.Start..].TrimEnd() + ")");
        }

        if (inner is not null)
        {
            Take();
        }

        return inner;
    }

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
                QueryFields.Guess(name) is { } guess ? $"{guess}:" : $"{name} ");
        }

        Take();
        if (_token.Kind is QueryTokenKind.End or QueryTokenKind.Close)
        {
            return Fail(field, $"`{name}:` needs a word right after it, without a space.", "");
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
            return Fail(name, "`name:` takes a name right after it, such as `name:\"Sergei Lavrov\"`.", "");
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

    private readonly bool IsAddress(QueryToken scheme, out QueryToken address)
    {
        var end = _text.AsSpan(scheme.Start).IndexOfAny(" \t()\"") is var length and >= 0 ? scheme.Start + length : _text.Length;
        address = new(QueryTokenKind.Word, scheme.Start, end - scheme.Start);
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

    /// <summary>Takes an operator; a mistake where nothing follows that it could work on.</summary>
    private bool TakeOperator()
    {
        var taken = _token;
        Take();
        if (_token.Kind is not (QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.And or QueryTokenKind.Or or QueryTokenKind.Near))
        {
            return true;
        }

        Fail(taken, $"`{TextOf(taken)}` needs a word after it.", "");
        return false;
    }

    private void Take()
    {
        _end = _token.End;
        _token = _lexer.Read();
    }

    private readonly string TextOf(QueryToken token) => _text.Substring(token.Start, token.Length);

    private QueryNode? Fail(QueryToken token, string message, string? suggestion = null) =>
        Fail(token.Start, token.End, message, suggestion);

    private QueryNode? Fail(int start, int end, string message, string? suggestion = null)
    {
        _mistake = new(start, end - start, message, suggestion);
        return null;
    }
}
