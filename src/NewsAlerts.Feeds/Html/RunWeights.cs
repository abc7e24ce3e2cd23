using AngleSharp.Dom;

namespace NewsAlerts.Feeds.Html;

/// <summary>How much of a page's text each of its elements holds.</summary>
internal sealed class RunWeights
{
    private const int LongBlock = 500;

    private readonly Dictionary<IElement, (double Weight, int Runs, double Longest)> _shares = [];
    private readonly HashSet<IElement> _holders = [];

    /// <summary>Weighs the runs of a page.</summary>
    /// <param name="body">The element that holds all of them.</param>
    /// <param name="runs">The runs.</param>
    public RunWeights(IElement body, IEnumerable<PageRun> runs)
    {
        foreach (var run in runs.Where(run => run.Weight > 0))
        {
            var weight = run.Weight;
            for (var element = run.Block; element is not null; element = element == body ? null : element.ParentElement)
            {
                var share = _shares.GetValueOrDefault(element);
                _shares[element] = (share.Weight + weight, share.Runs + 1, Math.Max(share.Longest, weight));
            }

            _holders.Add(run.Block);
            if (run.Block is { LocalName: "p", ParentElement: { } parent })
            {
                _holders.Add(parent);
            }
        }
    }

    /// <summary>The weight of all that an element holds.</summary>
    public double Of(IElement element) => _shares.GetValueOrDefault(element).Weight;

    /// <summary>Whether an element holds several paragraphs, or one as long as an article.</summary>
    public bool HasParagraphs(IElement element) => _shares.GetValueOrDefault(element) is { Runs: > 1 } or { Longest: >= LongBlock };

    /// <summary>Whether an element holds a paragraph itself, or is one.</summary>
    public bool HoldsParagraph(IElement element) => _holders.Contains(element);
}
