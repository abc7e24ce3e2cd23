using System.Collections.Frozen;
using NewsAlerts.Feeds.Markup;

namespace NewsAlerts.Feeds.Text;

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

    private static readonly FrozenSet<string> Void = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private static readonly FrozenSet<string> Formatting = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "b", "big", "code", "em", "font", "i", "q", "s", "small", "span", "strong", "sub", "sup", "tt", "u");

    /// <summary>The name of a tag, without a prefix.</summary>
    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(MarkupCharacters.ElementNameEnd);
        var name = end < 0 ? tag : tag[..end];
        return name[(name.IndexOf(':') + 1)..];
    }

    /// <summary>Whether the element stands apart from the words around it.</summary>
    public static bool IsBlock(ReadOnlySpan<char> name) => Blocks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>Whether the element holds nothing and has no end tag (HTML Living Standard §13.1.2).</summary>
    public static bool IsVoid(ReadOnlySpan<char> name) => Void.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>Whether texts are commonly marked up with the element, be it without its end tag.</summary>
    public static bool IsCommon(ReadOnlySpan<char> name) =>
        IsBlock(name) || IsVoid(name) || Formatting.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>Whether a tag gives an attribute a value in quotes, which nobody writes who only names it.</summary>
    public static bool HasAttribute(ReadOnlySpan<char> tag)
    {
        var equals = tag.IndexOf('=');
        return equals > 0 && tag[..equals].ContainsAny(MarkupCharacters.Between) && tag[(equals + 1)..].TrimStart() is ['"' or '\'', ..];
    }

    /// <summary>Whether what the element holds is code. What embedding elements hold is shown: it stands in for them.</summary>
    public static bool HidesItsText(ReadOnlySpan<char> name) =>
        Hiding.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
