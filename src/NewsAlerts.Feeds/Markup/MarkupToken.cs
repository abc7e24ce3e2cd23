namespace NewsAlerts.Feeds.Markup;

/// <summary>
/// A piece of markup, by its places in the text: the whole of it, and its body (a tag's name and attributes, the inside
/// of a comment, CDATA section or declaration).
/// </summary>
internal readonly record struct MarkupToken(MarkupTokenKind Kind, int Start, int End, int BodyStart, int BodyEnd, bool IsEmpty)
{
    public ReadOnlySpan<char> Body(ReadOnlySpan<char> text) => text[BodyStart..BodyEnd];
}
