namespace NewsAlerts.Feeds.Markup;

/// <summary>
/// Cuts any text into tokens, as a browser would: nothing is an error, a <c>&lt;</c> that starts no markup is text, and
/// what is never closed is text or ends with the document. Every character is looked at a bounded number of times.
/// </summary>
internal ref struct MarkupTokens(ReadOnlySpan<char> text)
{
    private const string CDataOpening = "<![CDATA[";
    private readonly ReadOnlySpan<char> _text = text;
    private TagEnds _ends = new(text);
    private int _next;

    public MarkupToken Current { get; private set; }

    public readonly MarkupTokens GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _text.Length)
        {
            return false;
        }

        Current = _text[_next] == '<' && Markup(_next) is { } markup ? markup : TextFrom(_next);
        _next = Current.End;
        return true;
    }

    /// <summary>Passes over what stands before that place.</summary>
    public void MoveTo(int place) => _next = place;

    private MarkupToken TextFrom(int start)
    {
        var end = start + 1;
        while (end < _text.Length)
        {
            var found = _text[end..].IndexOf('<');
            if (found < 0)
            {
                end = _text.Length;
                break;
            }

            end += found;
            if (StartsMarkup(end))
            {
                break;
            }

            end++;
        }

        // The opening of a CDATA section that is never closed is no text.
        var bodyStart = _text[start..].StartsWith(CDataOpening) ? start + CDataOpening.Length : start;
        return new MarkupToken(MarkupTokenKind.Text, start, Math.Max(end, bodyStart), bodyStart, Math.Max(end, bodyStart), false);
    }

    private readonly bool StartsMarkup(int at) =>
        at + 1 < _text.Length && (TagEnds.StartsName(_text[at + 1])
            || _text[at + 1] is '!' or '?'
            || (_text[at + 1] == '/' && at + 2 < _text.Length && TagEnds.StartsName(_text[at + 2])));

    private MarkupToken? Markup(int start)
    {
        if (!StartsMarkup(start))
        {
            return null;
        }

        var rest = _text[start..];
        switch (rest[1])
        {
            case '!' when rest.StartsWith("<!--"):
                return Section(MarkupTokenKind.Comment, start, 4, "-->");
            case '!' when rest.StartsWith(CDataOpening):
                return Section(MarkupTokenKind.CData, start, CDataOpening.Length, "]]>");
            case '!':
                return Declaration(start);
            case '?' when rest.StartsWith("<?xml "):
                // The declaration holds no '>' of its own, and some forget its closing question mark.
                return Section(MarkupTokenKind.Instruction, start, 2, ">");
            case '?':
                return Section(MarkupTokenKind.Instruction, start, 2, "?>")
                    ?? Section(MarkupTokenKind.Instruction, start, 2, ">");
            default:
                return Tag(start, rest[1] == '/');
        }
    }

    private MarkupToken? Section(MarkupTokenKind kind, int start, int opening, string closing)
    {
        var bodyEnd = _ends.Find(closing, start + opening);
        return bodyEnd < 0
            ? null
            : new MarkupToken(kind, start, bodyEnd + closing.Length, start + opening, bodyEnd, false);
    }

    private MarkupToken? Tag(int start, bool closing)
    {
        var end = _ends.OfTag(start);
        if (end < 0)
        {
            return null;
        }

        var isEmpty = !closing && _text[end - 1] == '/';
        return new MarkupToken(
            closing ? MarkupTokenKind.EndTag : MarkupTokenKind.StartTag,
            start,
            end + 1,
            start + (closing ? 2 : 1),
            isEmpty ? end - 1 : end,
            isEmpty);
    }

    private MarkupToken? Declaration(int start)
    {
        var end = _ends.Find(">", start);
        var subset = end < 0 ? -1 : _text[start..end].IndexOf('[');
        if (subset >= 0)
        {
            // The internal subset of a document type holds declarations of its own (XML 1.0 §2.8).
            var subsetEnd = _ends.Find("]", start + subset);
            end = subsetEnd < 0 ? end : _ends.Find(">", subsetEnd);
        }

        return end < 0 ? null : new MarkupToken(MarkupTokenKind.Declaration, start, end + 1, start + 2, end, false);
    }
}
