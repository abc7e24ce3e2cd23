using AngleSharp.Dom;

namespace NewsAlerts.Feeds.Html;

/// <summary>
/// Finds the text of the article on a page, by the density of its text: paragraphs are long and hold few links, and those
/// of an article are close together.
/// </summary>
public static class ArticleText
{
    /// <summary>The most characters that are kept of an article.</summary>
    public const int MaxLength = 100_000;

    private const int ShortestArticle = 200;
    private const int ShortestLooseText = 80;
    private const int MostLevels = 4;
    private const double MostLinks = 0.5;
    private const double Majority = 0.6;

    /// <summary>The article's paragraphs, a line each; null where the page holds no text of the length of an article.</summary>
    public static string? Find(HtmlPage page)
    {
        if (page.Document.Body is not { } body)
        {
            return null;
        }

        var runs = WithoutAsides(PageBlocks.Of(body));
        var within = FindContainer(body, runs);
        var kept = KeepArticle([.. runs.Where(run => within.Contains(run.Block))]);
        if (kept.Sum(run => run.Length) < ShortestArticle)
        {
            return null;
        }

        var text = string.Join('\n', kept.Select(run => run.Text));
        return text.Length > MaxLength ? text[..MaxLength] : text;
    }

    // What holds most of a page's text is its article, whatever its classes say: <body class="has-sidebar">.
    private static List<PageRun> WithoutAsides(IReadOnlyList<PageRun> runs)
    {
        var all = runs.Sum(run => run.Weight);
        var weights = new Dictionary<IElement, double>();
        foreach (var run in runs)
        {
            foreach (var aside in run.Asides)
            {
                weights[aside] = weights.GetValueOrDefault(aside) + run.Weight;
            }
        }

        return [.. runs.Where(run => run.Asides.All(aside => weights[aside] > all * Majority))];
    }

    private static IElement FindContainer(IElement body, IReadOnlyList<PageRun> runs)
    {
        var weights = new RunWeights(body, runs);
        var container = body;
        while (container.Children.MaxBy(weights.Of) is { } child
            && weights.Of(child) >= Majority * weights.Of(container)
            && weights.HasParagraphs(child))
        {
            container = child;
        }

        // A part of an article may hold most of it; its other parts are around it, if not next to it.
        var part = container;
        for (var level = 0; level < MostLevels && part != body && part.ParentElement is { } whole; level++)
        {
            if (BelongsTogether(part, whole, weights))
            {
                (container, level) = (whole, 0);
            }

            part = whole;
        }

        return container;
    }

    private static bool BelongsTogether(IElement part, IElement whole, RunWeights weights) =>
        whole.LocalName == "article"
        || whole.GetAttribute("itemprop") == "articleBody"
        || weights.HoldsParagraph(whole)
        || whole.Children.Any(other => other != part && IsLike(other, part) && weights.Of(other) > 0);

    private static bool IsLike(IElement one, IElement other) =>
        one.LocalName == other.LocalName
        && (one.ClassList.Any(other.ClassList.Contains)
            || (one.LocalName == "section" && one.ClassList.Length + other.ClassList.Length == 0));

    /// <summary>Leaves out links, loose words such as <c>3 min read</c>, and headings of nothing.</summary>
    private static List<PageRun> KeepArticle(List<PageRun> runs)
    {
        var kept = new List<PageRun>();
        foreach (var run in runs.Where(run => run.LinkDensity < MostLinks && IsOfArticle(run)))
        {
            if (IsHeading(run) && kept.Count > 0 && IsHeading(kept[^1]))
            {
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add(run);
        }

        if (kept.Count > 0 && IsHeading(kept[^1]))
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return kept;
    }

    private static bool IsOfArticle(PageRun run) => run.Block.LocalName switch
    {
        "td" when run.Block.QuerySelector("p, div") is null => true,
        "p" or "blockquote" or "pre" or "li" or "dd" or "dt" or "h2" or "h3" or "h4" or "h5" or "h6" => true,
        "h1" => false,
        _ => run.Length >= ShortestLooseText,
    };

    private static bool IsHeading(PageRun run) => run.Block.LocalName is "h2" or "h3" or "h4" or "h5" or "h6";
}
