using System.Text;
using NewsAlerts.Items.Text;

namespace NewsAlerts.Items.Markup;

/// <summary>The text of a document, and the entities that its own document type declares.</summary>
internal sealed class MarkupSource(string text)
{
    private const int MaxExpandedCharacters = 65_536;
    private readonly Dictionary<string, string> _entities = [];
    private int _expanded;

    public string Text => text;

    /// <summary>
    /// Declares an internal entity with a literal value (XML 1.0 §4.2.1). Its value is never expanded again and all
    /// expansions of a document share one budget, so that nothing grows.
    /// </summary>
    public void Declare(string name, string value) => _entities.TryAdd(name, value);

    public string Decode(ReadOnlySpan<char> encoded) => CharacterReferences.Decode(encoded, Resolve);

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

    private string? Resolve(string name)
    {
        if (!_entities.TryGetValue(name, out var value) || _expanded + value.Length > MaxExpandedCharacters)
        {
            return null;
        }

        _expanded += value.Length;
        return value;
    }
}
