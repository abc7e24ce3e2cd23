using System.Collections.Frozen;

namespace NewsAlerts.Feeds.Markup;

/// <summary>
/// Builds the elements of a document from its tokens, and recovers as a browser does: an end tag closes what is still
/// open inside its element, one without a start is passed over, and whatever is open when the document ends is cut off.
/// </summary>
internal sealed class MarkupTreeBuilder
{
    private const int MaxDepth = 256;
    private const int MaxElements = 300_000;

    // HTML left unescaped in a text: these never have an end tag.
    private static readonly FrozenSet<string> VoidNames =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "br", "hr", "img", "input", "wbr", "meta");

    private readonly MarkupSource _source;
    private readonly NamespaceScope _scope = new();
    private readonly List<(MarkupElement Element, int NameStart, int NameLength)> _open = [];
    private readonly List<MarkupElement> _roots = [];
    private int _elements;
    private bool _malformed;
    private string? _refusal;

    private MarkupTreeBuilder(MarkupSource source) => _source = source;

    public static MarkupDocument Build(string text)
    {
        var builder = new MarkupTreeBuilder(new MarkupSource(text));
        builder.Read();
        return new MarkupDocument(
            builder._roots, builder._malformed || builder._scope.MetUndeclaredPrefix, builder._refusal);
    }

    private void Read()
    {
        var text = _source.Text.AsSpan();
        foreach (var token in new MarkupTokens(text))
        {
            switch (token.Kind)
            {
                case MarkupTokenKind.StartTag:
                    Open(token);
                    break;
                case MarkupTokenKind.EndTag:
                    Close(token);
                    break;
                case MarkupTokenKind.Text or MarkupTokenKind.CData when _open.Count == 0:
                    _malformed |= !token.Body(text).IsWhiteSpace();
                    break;
                case MarkupTokenKind.Text:
                    _malformed |= text[token.Start..token.End].Contains('<');
                    break;
                case MarkupTokenKind.Declaration:
                    _refusal ??= DocumentType.Declare(token.Body(text), _source);
                    break;
            }

            if (_refusal is not null)
            {
                return;
            }
        }

        _malformed |= _open.Count > 0 || _roots.Count != 1;
        foreach (var (element, _, _) in _open)
        {
            element.IsCutOff = true;
            element.InnerEnd = text.Length;
        }
    }

    private void Open(MarkupToken token)
    {
        var text = _source.Text.AsSpan();
        var body = token.Body(text);
        var nameLength = body.IndexOfAny(MarkupCharacters.ElementNameEnd);
        nameLength = nameLength < 0 ? body.Length : nameLength;
        CloseUnclosedSibling(body[..nameLength], token.Start);
        _elements++;
        if (_open.Count == MaxDepth || _elements > MaxElements)
        {
            _refusal = _elements > MaxElements
                ? $"a document of more than {MaxElements} elements"
                : $"a document nested more than {MaxDepth} elements deep";
            return;
        }

        var attributes = MarkupAttributes.Read(
            text, token.BodyStart + nameLength, token.BodyEnd, _scope, _open.Count + 1, ref _malformed);
        var parent = _open.Count == 0 ? null : _open[^1].Element;
        var element = new MarkupElement(_source, _scope.Element(body[..nameLength]), parent)
        {
            Attributes = attributes,
            InnerStart = token.End,
            InnerEnd = token.End,
        };
        if (parent is null)
        {
            _roots.Add(element);
        }
        else
        {
            parent.Add(element);
        }

        if (token.IsEmpty || IsVoid(body[..nameLength]))
        {
            _malformed |= !token.IsEmpty;
            _scope.Leave(_open.Count);
        }
        else
        {
            _open.Add((element, token.BodyStart, nameLength));
        }
    }

    private void Close(MarkupToken token)
    {
        var name = token.Body(_source.Text).TrimEnd();
        for (var depth = _open.Count - 1; depth >= 0; depth--)
        {
            if (NameAt(depth).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                _malformed |= depth < _open.Count - 1 || !NameAt(depth).SequenceEqual(name);
                CloseDownTo(depth, token.Start);
                return;
            }
        }

        _malformed = true;
    }

    /// <summary>
    /// An item that starts inside another one shows that the other was never closed, and so do the short texts of an
    /// item, which hold nothing of their own kind.
    /// </summary>
    private void CloseUnclosedSibling(ReadOnlySpan<char> name, int at)
    {
        if (name.Equals("item", StringComparison.OrdinalIgnoreCase) || name is "entry")
        {
            CloseNearest(name, at);
        }
        else if (_open.Count > 1 && IsShortText(NameAt(_open.Count - 1)) && (IsShortText(name) || name is "description"))
        {
            _malformed = true;
            CloseDownTo(_open.Count - 1, at);
        }
    }

    private void CloseNearest(ReadOnlySpan<char> name, int at)
    {
        for (var depth = _open.Count - 1; depth > 0; depth--)
        {
            if (NameAt(depth).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                _malformed = true;
                CloseDownTo(depth, at);
                return;
            }
        }
    }

    private void CloseDownTo(int depth, int end)
    {
        for (var i = depth; i < _open.Count; i++)
        {
            _open[i].Element.InnerEnd = end;
        }

        _open.RemoveRange(depth, _open.Count - depth);
        _scope.Leave(depth);
    }

    private ReadOnlySpan<char> NameAt(int depth) =>
        _source.Text.AsSpan(_open[depth].NameStart, _open[depth].NameLength);

    private static bool IsShortText(ReadOnlySpan<char> name) =>
        name is "title" or "link" or "guid" or "pubDate" or "comments" or "category";

    private static bool IsVoid(ReadOnlySpan<char> name) =>
        VoidNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
