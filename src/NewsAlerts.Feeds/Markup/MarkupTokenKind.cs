namespace NewsAlerts.Feeds.Markup;

/// <summary>What a token of a document is.</summary>
internal enum MarkupTokenKind
{
    Text,
    StartTag,
    EndTag,
    CData,
    Comment,
    Declaration,
    Instruction,
}
