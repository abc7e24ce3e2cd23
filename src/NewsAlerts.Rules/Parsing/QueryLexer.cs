using System.Buffers;
using NewsAlerts.Rules.Places;

namespace NewsAlerts.Rules.Parsing;

/// <summary>Cuts a query's text into tokens. Every text has some; what is wrong with them is the parser's business.</summary>
internal ref struct QueryLexer(string text)
{
    private const string Quotes = "\"“”„‟＂❝❞〝〞〟";
    private const string PairedQuotes = "«»‹›「」『』";
    private const string Dashes = "–−—‐‑‒―﹣";

    private static readonly SearchValues<char> PlainQuotes = SearchValues.Create(Quotes);
    private static readonly SearchValues<char> AllQuotes = SearchValues.Create(Quotes + PairedQuotes);

    private readonly ReadOnlySpan<char> _text = text;
    private QueryTokenKind _previous = QueryTokenKind.End;
    private int _next;

    /// <summary>Where half of a surrogate pair is, or U+FFFE: Unicode gives them no meaning, and its algorithms refuse them. -1 where there is none.</summary>
    public static int IndexOfBrokenCharacter(ReadOnlySpan<char> text)
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

    /// <summary>Whether there is a quote in a text, which therefore cannot stand between quotes.</summary>
    public static bool HasQuote(ReadOnlySpan<char> text) => text.ContainsAny(PlainQuotes);

    /// <summary>A text that can stand between quotes: a space in the place of each.</summary>
    public static string WithoutQuotes(string text) =>
        HasQuote(text) ? string.Concat(text.Select(character => Quotes.Contains(character) ? ' ' : character)) : text;

    /// <summary>
    /// A query whose full-width signs are those of ASCII, each in its place; those between quotes stay. Input methods of East Asia
    /// write them.
    /// </summary>
    public static string WithAsciiSigns(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uff01', '\uff5e'))
        {
            return text;
        }

        var signs = text.ToCharArray();
        for (var at = 0; at < signs.Length; at++)
        {
            if (AllQuotes.Contains(signs[at]))
            {
                var length = signs.AsSpan(at + 1).IndexOfAny(ClosersOf(signs[at]));
                at += length < 0 ? 0 : length + 1;
            }

            signs[at] = signs[at] switch
            {
                '（' or '）' or '｜' or '＆' or '！' or '－' or '＊' => (char)(signs[at] - '！' + '!'),
                '：' when QueryFields.IsName(LettersAtEnd(text.AsSpan(0, at))) => ':',
                var other => other,
            };
        }

        return new(signs);
    }

    private static ReadOnlySpan<char> LettersAtEnd(ReadOnlySpan<char> text) =>
        text[(text.LastIndexOfAnyExcept(ForeignOperators.Letters) + 1)..];

    /// <summary>Where the word ends that starts at a place.</summary>
    public static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && !EndsWord(text[end]) && !(end > start && text[end..].StartsWith("&&")))
        {
            end++;
        }

        return end;
    }

    public QueryToken Read()
    {
        if (_previous is not (QueryTokenKind.Minus or QueryTokenKind.Field or QueryTokenKind.Exact))
        {
            while (_next < _text.Length && char.IsWhiteSpace(_text[_next]))
            {
                _next++;
            }
        }

        // What must be there is what every word is; behind quotes, parentheses and a minus a dash joins.
        while (_previous is not (QueryTokenKind.Field or QueryTokenKind.Exact) && IsPassedOver())
        {
            _next++;
        }

        var token = ReadToken();
        _previous = token.Kind;
        _next = token.End;
        return token;
    }

    private readonly QueryToken ReadToken()
    {
        if (_next == _text.Length || char.IsWhiteSpace(_text[_next]))
        {
            return new(QueryTokenKind.End, _next, 0);
        }

        return _text[_next] switch
        {
            '(' => new(QueryTokenKind.Open, _next, 1),
            ')' => new(QueryTokenKind.Close, _next, 1),
            '~' when _previous == QueryTokenKind.Phrase => new(QueryTokenKind.Slop, _next, WordLength(_next)),
            '|' => new(QueryTokenKind.Or, _next, _text[_next..].StartsWith("||") ? 2 : 1),
            '&' when _text[_next..].StartsWith("&&") => new(QueryTokenKind.And, _next, 2),
            '&' when !Touches(_next + 1) || !char.IsLetterOrDigit(_text[_next + 1]) => new(QueryTokenKind.And, _next, 1),
            '!' when _previous is not (QueryTokenKind.Field or QueryTokenKind.Exact) && Touches(_next + 1) => new(QueryTokenKind.Minus, _next, 1),
            '/' when Touches(_next + 1) => ReadPattern(),
            '=' when _previous != QueryTokenKind.Exact && Touches(_next + 1) => new(QueryTokenKind.Exact, _next, 1),
            var first when IsQuote(first) => ReadPhrase(),
            _ => ReadWord(),
        };
    }

    private readonly QueryToken ReadPhrase()
    {
        var length = _text[(_next + 1)..].IndexOfAny(ClosersOf(_text[_next]));
        return length < 0
            ? new(QueryTokenKind.UnclosedPhrase, _next, _text.Length - _next)
            : new(QueryTokenKind.Phrase, _next, length + 2);
    }

    private readonly QueryToken ReadPattern()
    {
        var length = QueryPattern.IndexOfEnd(_text[_next..]) + 1;
        return length == 0
            ? new(QueryTokenKind.UnclosedPattern, _next, _text.Length - _next)
            : new(QueryTokenKind.Pattern, _next, length + WordLength(_next + length));
    }

    private readonly QueryToken ReadWord()
    {
        var length = Math.Max(1, WordLength(_next));
        var word = _text.Slice(_next, length);
        if (_previous is QueryTokenKind.Field or QueryTokenKind.Exact)
        {
            // What else has a colon here is an address or a time.
            return FieldLength(word) is var inner and > 0 && QueryFields.IsName(word[..(inner - 1)])
                ? new(QueryTokenKind.Field, _next, inner)
                : new(QueryTokenKind.Word, _next, length);
        }

        if ((word[0] == '-' && Touches(_next + 1)) || (IsSign(Dashes) && Touches(_next + 1)))
        {
            return new(QueryTokenKind.Minus, _next, 1);
        }

        if (FieldLength(word) is var field and > 0)
        {
            return new(QueryTokenKind.Field, _next, field);
        }

        // The parentheses of AROUND(5) are its own.
        if (_text[(_next + length)..].StartsWith('(') && ForeignOperators.IsNameOfNear(word)
            && _text[(_next + length)..].IndexOf(')') is var close and >= 0
            && ForeignOperators.IsNear(_text.Slice(_next, length + close + 1)))
        {
            return new(QueryTokenKind.Near, _next, length + close + 1);
        }

        return new(KindOf(word), _next, length);
    }

    private readonly bool IsPassedOver() =>
        _next < _text.Length && Touches(_next + 1)
        && (IsSign("+") || (_next > 0 && (_text[_next] == '+' || Dashes.Contains(_text[_next])) && !IsSign(Dashes)));

    /// <summary>Whether one of some signs comes next, with nothing before it that it could belong to.</summary>
    private readonly bool IsSign(string signs) =>
        _next < _text.Length && signs.Contains(_text[_next])
        && (_next == 0 || char.IsWhiteSpace(_text[_next - 1]) || _text[_next - 1] is '(' or '|');

    private readonly bool Touches(int at) => at < _text.Length && _text[at] != ')' && !char.IsWhiteSpace(_text[at]);

    private readonly int WordLength(int start) => EndOfWord(_text, start) - start;

    private static QueryTokenKind KindOf(ReadOnlySpan<char> word) => word switch
    {
        "AND" or "ＡＮＤ" => QueryTokenKind.And,
        "OR" or "ＯＲ" => QueryTokenKind.Or,
        "NOT" or "ＮＯＴ" or "ANDNOT" => QueryTokenKind.Not,
        "NEAR" => QueryTokenKind.Near,
        _ when ForeignOperators.IsNear(word) => QueryTokenKind.Near,
        _ when ForeignOperators.IsForeign(word) => QueryTokenKind.Foreign,
        _ => QueryTokenKind.Word,
    };

    // A time (12:30) is no field: only letters name one.
    private static int FieldLength(ReadOnlySpan<char> word)
    {
        var colon = word.IndexOf(':');
        return colon > 0 && word[..colon].IndexOfAnyExcept(ForeignOperators.Letters) < 0 ? colon + 1 : 0;
    }

    private static bool EndsWord(char character) =>
        character is '(' or ')' or '|' || IsQuote(character) || char.IsWhiteSpace(character);

    private static bool IsQuote(char character) => AllQuotes.Contains(character);

    /// <summary>The quotes that end what one begins.</summary>
    private static string ClosersOf(char quote) => quote switch
    {
        '«' => "»",
        '»' => "«",
        '‹' => "›",
        '›' => "‹",
        '「' or '」' => "」",
        '『' or '』' => "』",
        _ => Quotes,
    };
}
