using AngleSharp.Dom;

namespace NewsAlerts.Feeds.Html;

/// <summary>The text of a page between two boundaries of blocks: a paragraph, a heading, an entry of a list.</summary>
/// <param name="Block">The block that holds it.</param>
/// <param name="Text">The text, its white space collapsed.</param>
/// <param name="LinkLength">How many of its characters are links.</param>
/// <param name="Asides">The elements around it that look as if they were not part of an article, from the inside out.</param>
internal sealed record PageRun(IElement Block, string Text, int LinkLength, IReadOnlyList<IElement> Asides)
{
    private const int ShortestSentence = 40;
    private const char FirstIdeograph = '\u2E80';

    /// <summary>The part of it that is links: 0 to 1.</summary>
    public double LinkDensity => (double)LinkLength / Text.Length;

    /// <summary>How much it says: its length, where characters that are words of their own count as three.</summary>
    public int Length => Text.Length + (2 * Text.Count(c => c >= FirstIdeograph));

    /// <summary>How much it looks like a paragraph of an article: its length, less where it is links; 0 where it is too short.</summary>
    public double Weight => Length >= ShortestSentence ? Length * Math.Pow(1 - LinkDensity, 2) : 0;
}
