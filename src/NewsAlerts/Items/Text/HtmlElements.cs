using System.Collections.Frozen;
using NewsAlerts.Items.Markup;

namespace NewsAlerts.Items.Text;

/// <summary>What elements of HTML mean for plain text.</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "head", "header", "hr", "html", "img", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre",
        "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "video", "audio");

    private static readonly FrozenSet<string> Hiding = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "script", "style");

    /// <summary>The name of a tag, without a prefix.</summary>
    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(MarkupCharacters.ElementNameEnd);
        var name = end < 0 ? tag : tag[..end];
        return name[(name.IndexOf(':') + 1)..];
    }

    /// <summary>Whether the element stands apart from the words around it.</summary>
    public static bool IsBlock(ReadOnlySpan<char> name) => Blocks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>Whether what the element holds is code. What embedding elements hold is shown: it stands in for them.</summary>
    public static bool HidesItsText(ReadOnlySpan<char> name) =>
        Hiding.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
