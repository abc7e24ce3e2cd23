namespace NewsAlerts.Feeds.Markup;

/// <summary>A document of markup, read whole.</summary>
/// <param name="Roots">The elements at its top: one, unless it is malformed.</param>
/// <param name="IsMalformed">Whether it is not well-formed XML and was recovered.</param>
/// <param name="Refusal">Why it is not read at all, as a sentence; null where it is.</param>
internal sealed record MarkupDocument(IReadOnlyList<MarkupElement> Roots, bool IsMalformed, string? Refusal)
{
    /// <summary>Every element of the document, from the top down.</summary>
    public IEnumerable<MarkupElement> Elements()
    {
        var open = new Stack<MarkupElement>(Roots.Reverse());
        while (open.TryPop(out var element))
        {
            yield return element;
            for (var i = element.Children.Count - 1; i >= 0; i--)
            {
                open.Push(element.Children[i]);
            }
        }
    }
}
