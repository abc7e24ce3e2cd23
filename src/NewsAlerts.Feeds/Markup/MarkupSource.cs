using System.Text;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.Feeds.Markup;

/// <summary>The text of a document, and the entities that its own document type declares.</summary>
internal sealed class MarkupSource(string text)
{
    private readonly Entities _entities = new();

    public string Text => text;

    /// <summary>Declares an internal entity by the literal that its declaration gives (XML 1.0 §4.3.2).</summary>
    public void Declare(string name, ReadOnlySpan<char> literal) => _entities.Declare(name, literal);

    /// <summary>Works out what the declared entities stand for; why the document is refused, where it must be.</summary>
    public string? ResolveEntities() => _entities.Resolve();

    public string Decode(ReadOnlySpan<char> encoded) => CharacterReferences.Decode(encoded, _entities.Find);

    /// <summary>The text in a piece of markup: tags and comments left out, CDATA opened, references decoded.</summary>
    public string TextOf(ReadOnlySpan<char> markup)
    {
        if (!markup.Contains('<'))
        {
            return Decode(markup);
        }

        var text = new StringBuilder(markup.Length);
        var depth = 0;
        foreach (var token in new MarkupTokens(markup))
        {
            switch (token.Kind)
            {
                case MarkupTokenKind.StartTag when !token.IsEmpty:
                    depth++;
                    break;
                case MarkupTokenKind.EndTag:
                    depth = Math.Max(0, depth - 1);
                    break;
                case MarkupTokenKind.Text when depth == 0:
                    text.Append(Decode(token.Body(markup)));
                    break;
                case MarkupTokenKind.CData when depth == 0:
                    text.Append(token.Body(markup));
                    break;
            }
        }

        return text.ToString();
    }
}
