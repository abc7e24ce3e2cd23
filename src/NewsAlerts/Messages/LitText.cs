using System.Text;

namespace NewsAlerts.Messages;

/// <summary>A text, cleaned, and the parts of it that are lit up because they made a rule match.</summary>
/// <param name="Text">The text.</param>
/// <param name="Lit">What is lit up, in order, apart from one another, and never a part of what readers see as one character.</param>
internal sealed record LitText(string Text, IReadOnlyList<LitRange> Lit)
{
    /// <summary>
    /// The most parts of one text that are lit up: more light no longer helps a reader, and each one costs bytes that a
    /// message has few of.
    /// </summary>
    private const int MostLit = 20;

    /// <summary>A text with the given ranges lit up, widened to whole characters and merged where they touch.</summary>
    public static LitText Of(string text, IEnumerable<LitRange> ranges)
    {
        var lit = new List<LitRange>();
        foreach (var range in ranges.Where(range => range.Length > 0).OrderBy(range => range.Start))
        {
            var start = Graphemes.Floor(text, range.Start);
            var end = Graphemes.Ceiling(text, range.End);
            if (lit.Count > 0 && start <= lit[^1].End)
            {
                lit[^1] = new LitRange(lit[^1].Start, Math.Max(end, lit[^1].End) - lit[^1].Start);
            }
            else if (lit.Count == MostLit)
            {
                break;
            }
            else
            {
                lit.Add(new LitRange(start, end - start));
            }
        }

        return new LitText(text, lit);
    }

    /// <summary>The text in at most <paramref name="limit"/> UTF-16 units, cut at its end: see <see cref="Graphemes.Cut"/>.</summary>
    public LitText Cut(int limit)
    {
        if (Text.Length <= limit)
        {
            return this;
        }

        var cut = Graphemes.Cut(Text, limit);
        return new LitText(cut, Within(0, cut.Length - 1));
    }

    /// <summary>The text in pieces, lit and not, in order.</summary>
    public IEnumerable<TextRun> Runs()
    {
        var place = 0;
        foreach (var range in Lit)
        {
            if (range.Start > place)
            {
                yield return new TextRun(Text[place..range.Start], false);
            }

            yield return new TextRun(Text.Substring(range.Start, range.Length), true);
            place = range.End;
        }

        if (place < Text.Length)
        {
            yield return new TextRun(Text[place..], false);
        }
    }

    /// <summary>The text in a markup: each piece escaped, the lit ones between two marks.</summary>
    public string Render(Func<string, string> escape, string open, string close)
    {
        var markup = new StringBuilder();
        foreach (var run in Runs())
        {
            var text = escape(run.Text);
            markup.Append(run.Lit ? $"{open}{text}{close}" : text);
        }

        return markup.ToString();
    }

    /// <summary>What is lit up between two places, counted from the first of them.</summary>
    public IReadOnlyList<LitRange> Within(int start, int end) =>
    [
        .. Lit.Where(range => range.Start < end && range.End > start)
            .Select(range => (From: Math.Max(range.Start, start), To: Math.Min(range.End, end)))
            .Select(part => new LitRange(part.From - start, part.To - part.From)),
    ];
}
