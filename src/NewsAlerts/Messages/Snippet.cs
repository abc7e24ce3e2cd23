namespace NewsAlerts.Messages;

/// <summary>The part of a text that shows why it matched.</summary>
internal static class Snippet
{
    private const char Ellipsis = '…';

    /// <summary>What is cleaned around the first word, in budgets: white space that collapses may cost some of it.</summary>
    private const int Margin = 4;

    /// <summary>
    /// The text around the first words that are lit up, in at most <paramref name="budget"/> UTF-16 units with the
    /// ellipses that stand for what is left out; cut between words, and never within what readers see as one character.
    /// Without such words, the start of the text.
    /// </summary>
    public static LitText Around(string text, IReadOnlyList<LitRange> lit, int budget)
    {
        var first = lit.Count == 0 ? 0 : Math.Clamp(lit.Min(range => range.Start), 0, text.Length);
        var from = Graphemes.SafeFloor(text, Math.Max(0, first - (Margin * budget)));
        var to = Graphemes.SafeFloor(text, (int)Math.Min(text.Length, first + ((Margin + 1L) * budget)));
        to = to < first + (Margin * budget) ? text.Length : to;
        var clean = CleanText.Of(text[from..to], lit.Select(range => range with { Start = range.Start - from }));
        return Window(clean, budget, cutBefore: from > 0, cutAfter: to < text.Length);
    }

    private static LitText Window(LitText text, int budget, bool cutBefore, bool cutAfter)
    {
        var length = text.Text.Length;
        if (!cutBefore && !cutAfter && length <= budget)
        {
            return text;
        }

        var room = Math.Max(0, budget - 2);
        var start = Start(text, room);
        var end = start + room >= length ? length : Math.Max(start, Graphemes.WordFloor(text.Text, start + room));
        var body = text.Text[start..end];
        var before = start > 0 || cutBefore;
        var after = end < length || cutAfter;
        var shift = before ? 1 : 0;
        return new LitText(
            $"{(before ? Ellipsis : "")}{body}{(after ? Ellipsis : "")}",
            [.. text.Within(start, start + body.Length).Select(range => range with { Start = range.Start + shift })]);
    }

    /// <summary>Where the window starts: some words before the first lit one, so that as many lit ones as may be follow.</summary>
    private static int Start(LitText text, int room)
    {
        if (text.Lit.Count == 0)
        {
            return 0;
        }

        var first = text.Lit[0].Start;
        var last = text.Lit.Where(range => range.End - first <= room).Select(range => range.End).DefaultIfEmpty(first).Max();
        var earliest = Math.Max(0, first - ((room - (last - first)) / 3));
        earliest = Math.Min(earliest, Math.Max(0, text.Text.Length - room));
        if (earliest == 0)
        {
            return 0;
        }

        for (var i = earliest; i < first; i++)
        {
            if (text.Text[i - 1] == ' ' && Graphemes.Floor(text.Text, i) == i)
            {
                return i;
            }
        }

        return Math.Min(Graphemes.Ceiling(text.Text, earliest), first);
    }
}
