namespace NewsAlerts.Feeds.Markup;

/// <summary>
/// An element of a feed document: its name, attributes and child elements, and the part of the document's text between
/// its tags. Text is decoded only when it is asked for.
/// </summary>
internal sealed class MarkupElement(MarkupSource source, MarkupName name, MarkupElement? parent)
{
    private List<MarkupElement>? _children;

    public MarkupElement? Parent => parent;

    public Vocabulary Vocabulary => name.Vocabulary;

    public string Name => name.Local;

    public IReadOnlyList<MarkupElement> Children => _children ?? [];

    public IReadOnlyList<MarkupAttribute> Attributes { get; set; } = [];

    /// <summary>Where the text between the tags starts and ends in the document.</summary>
    public int InnerStart { get; set; }

    public int InnerEnd { get; set; }

    /// <summary>Whether the document ended before the element did.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>What stands between the tags, as written.</summary>
    public ReadOnlySpan<char> Inner => source.Text.AsSpan(InnerStart, InnerEnd - InnerStart);

    /// <summary>The text between the tags: CDATA opened, references decoded, child elements and comments left out.</summary>
    public string Text => source.TextOf(Inner);

    public bool Is(Vocabulary vocabulary, string local) => name.Vocabulary == vocabulary && name.Local == local;

    public void Add(MarkupElement child) => (_children ??= []).Add(child);

    /// <summary>The decoded value of an attribute without a prefix; null where there is none.</summary>
    public string? Attribute(string local) => Attribute(Vocabulary.Core, local);

    /// <summary>The decoded value of an attribute; null where there is none.</summary>
    public string? Attribute(Vocabulary vocabulary, string local)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name.Vocabulary == vocabulary && attribute.Name.Local == local)
            {
                return source.Decode(source.Text.AsSpan(attribute.ValueStart, attribute.ValueLength));
            }
        }

        return null;
    }

    /// <summary>The first child of that name; null where there is none.</summary>
    public MarkupElement? Child(Vocabulary vocabulary, string local)
    {
        foreach (var child in Children)
        {
            if (child.Is(vocabulary, local))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>Every child of that name.</summary>
    public IEnumerable<MarkupElement> All(Vocabulary vocabulary, string local)
    {
        foreach (var child in Children)
        {
            if (child.Is(vocabulary, local))
            {
                yield return child;
            }
        }
    }
}
