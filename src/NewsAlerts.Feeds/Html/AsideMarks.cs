using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsAlerts.Feeds.Html;

/// <summary>
/// Tells by its name, role and classes what stands beside an article: menus, comments, cookie banners, advertisements, what
/// else there is to read. Whole words count alone, so that <c>shadow</c> is no <c>ad</c>.
/// </summary>
internal static partial class AsideMarks
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create("nav", "footer", "aside", "dialog", "form", "figcaption", "menu");

    private static readonly FrozenSet<string> Roles = FrozenSet.Create(
        "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "alert", "menu");

    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        "ad", "ads", "banner", "byline", "caption", "claps", "credit", "crosslinks", "gdpr", "login", "masthead", "menu", "meta",
        "metadata", "modal", "morefrom", "nav", "overlay", "pager", "paywall", "popular", "popup", "postmetadata", "readmore",
        "replies", "respond", "responses", "share", "sharing", "signup", "skip", "social", "tags", "teaser", "teasers", "toolbar",
        "trending");

    private static readonly string[] Beginnings =
    [
        "advert", "breadcrumb", "comment", "consent", "cookie", "disqus", "feedback", "footer", "navbar", "navigation", "newsletter",
        "outbrain", "pagination", "promo", "recirc", "recommend", "related", "sidebar", "sponsor", "subscri", "taboola", "widget",
    ];

    /// <summary>Whether the element looks as if it were not part of an article.</summary>
    public static bool Has(IElement element) =>
        Names.Contains(element.LocalName)
        || (element.GetAttribute("role") is { } role && Roles.Contains(role))
        || HasWord(element.GetAttribute("class"))
        || HasWord(element.Id);

    private static bool HasWord(string? names)
    {
        foreach (var word in Word().EnumerateMatches(names ?? ""))
        {
            var lower = (names ?? "").Substring(word.Index, word.Length).ToLowerInvariant();
            if (Words.Contains(lower) || Array.Exists(Beginnings, beginning => lower.StartsWith(beginning, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words of a class: <c>site-footer</c>, <c>commentList</c>, <c>article__related</c> have two each.</summary>
    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
