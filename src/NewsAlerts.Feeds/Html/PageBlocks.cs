using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.Feeds.Html;

/// <summary>Cuts a page into the runs of text that its blocks hold, in the order of the page.</summary>
internal sealed class PageBlocks
{
    private static readonly FrozenSet<string> Unread = FrozenSet.Create(
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "select", "button", "textarea",
        "input", "head", "amp-analytics", "amp-ad", "amp-consent", "amp-sidebar");

    private readonly List<PageRun> _runs = [];
    private readonly Stack<IElement> _asides = [];
    private readonly StringBuilder _text = new();
    private int _linkLength;

    private PageBlocks()
    {
    }

    /// <summary>The runs below an element.</summary>
    public static IReadOnlyList<PageRun> Of(IElement element)
    {
        var blocks = new PageBlocks();
        blocks.Read(element, element, inLink: false);
        return blocks._runs;
    }

    // A page is no deeper than HtmlPage allows: the stack is large enough.
    private void Read(IElement element, IElement block, bool inLink)
    {
        foreach (var node in element.ChildNodes)
        {
            if (node is IText text)
            {
                Add(text.Data, inLink);
            }
            else if (node is IElement child && !Unread.Contains(child.LocalName) && !IsHidden(child))
            {
                ReadChild(child, block, inLink);
            }
        }
    }

    private void ReadChild(IElement child, IElement block, bool inLink)
    {
        if (child.LocalName is "br" or "img")
        {
            Add(" ", inLink: false);
            return;
        }

        var isBlock = HtmlElements.IsBlock(child.LocalName);
        var isAside = AsideMarks.Has(child);
        if (isBlock || isAside)
        {
            End(block);
        }

        if (isAside)
        {
            _asides.Push(child);
        }

        Read(child, isBlock ? child : block, inLink || child.LocalName == "a");
        if (isBlock || isAside)
        {
            End(isBlock ? child : block);
        }

        if (isAside)
        {
            _asides.Pop();
        }
    }

    private void Add(string text, bool inLink)
    {
        var before = _text.Length;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                _text.Append(c);
            }
            else if (_text.Length > 0 && _text[^1] != ' ')
            {
                _text.Append(' ');
            }
        }

        _linkLength += inLink ? _text.Length - before : 0;
    }

    private void End(IElement block)
    {
        var text = _text.ToString().Trim();
        if (text.Length > 0)
        {
            _runs.Add(new PageRun(block, text, Math.Min(_linkLength, text.Length), [.. _asides]));
        }

        _text.Clear();
        _linkLength = 0;
    }

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal)
            .Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;
}
