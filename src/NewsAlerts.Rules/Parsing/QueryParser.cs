using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Parsing;

/// <summary>
/// Reads a query. Every text gives a query or a mistake with its place, never an exception.
/// What other search languages write for the same is read, too: see <see cref="ForeignOperators"/>.
/// <code>
/// query  := and ("OR" and)*
/// and    := clause ("AND"? clause)*          at least one clause is not negative
/// clause := ("NOT" | "-")? near
/// near   := prim ("NEAR/" n prim)?           n from 1 to 99; words, phrases, prefixes, names, and ORs of them
/// prim   := (field ":")? ("(" query ")" | "="? (phrase | word | word "*") | phrase "~" n | "/" regular expression "/" "i"? | name)
/// name   := "name:" (phrase | word)
/// </code>
/// </summary>
public ref partial struct QueryParser
{
    /// <summary>How deep parentheses may be nested.</summary>
    public const int DeepestNesting = 50;

    private const string NearNeedsPlaces = "NEAR stands between words, phrases, prefixes, or ORs of them.";

    private readonly string _text;
    private readonly string _written;
    private QueryLexer _lexer;
    private QueryToken _token;
    private QueryMistake _mistake;
    private TextField? _field;
    private int _depth;
    private int _end;

    private QueryParser(string text)
    {
        _written = text;
        _text = QueryLexer.WithAsciiSigns(text);
        _lexer = new QueryLexer(_text);
        _token = _lexer.Read();
        _mistake = new(0, text.Length, "The query is empty; it needs at least one word to look for.");
    }

    /// <summary>The query that the text is, or the first mistake in it.</summary>
    public static QueryParseResult Parse(string text)
    {
        if (QueryLexer.IndexOfBrokenCharacter(text) is var broken and >= 0)
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
        while (_token.Kind is not (QueryTokenKind.Or or QueryTokenKind.Close or QueryTokenKind.End or QueryTokenKind.Foreign));

        if (_token.Kind == QueryTokenKind.Foreign)
        {
            return FailForeign();
        }

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
            return FailNear(near, suggestion);
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

    private QueryNode? FailNear(QueryToken near, string suggestion)
    {
        Take();
        var isApart = _token.Kind == QueryTokenKind.Word && TextOf(near) == "NEAR" && int.TryParse(TextOf(_token), out _);
        return Fail(
            near.Start,
            isApart ? _token.End : near.End,
            "NEAR needs a distance from 1 to 99 words, such as `NEAR/5`.",
            isApart ? QueryWords.NearStart + TextOf(_token) : suggestion);
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

    private QueryNode? FailForeign() => Fail(
        _token,
        $"`{TextOf(_token)}` is an operator of other search languages; here are AND, OR, NOT and `NEAR/5`. "
            + "The word itself goes between quotes.",
        ForeignOperators.Meant(TextOf(_token)));

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
