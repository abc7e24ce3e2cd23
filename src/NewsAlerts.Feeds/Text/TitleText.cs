using NewsAlerts.Feeds.Markup;

namespace NewsAlerts.Feeds.Text;

/// <summary>
/// Turns short texts into plain ones that may be HTML, or text in which tags are named: titles, names, categories. No
/// format says which of them they are, so each tag shows it by itself: what is closed is markup, and what is not is text.
/// </summary>
internal static class TitleText
{
    // What is longer is no title, and no line of sight leads from its tags to their ends.
    private const int Longest = 10_000;
    private const int MostOpen = 32;

    /// <summary>The plain text; tags that are only named stand in it as they are written.</summary>
    public static string ToPlain(ReadOnlySpan<char> title)
    {
        if (title.Length > Longest)
        {
            return HtmlText.ToPlain(title);
        }

        var text = new PlainTextWriter(title.Length);
        if (title.Contains('<'))
        {
            Write(ref text, title, Tokens(title));
        }
        else
        {
            text.WriteEncoded(title);
        }

        return text.Finish();
    }

    private static List<MarkupToken> Tokens(ReadOnlySpan<char> title)
    {
        var tokens = new List<MarkupToken>();
        foreach (var token in new MarkupTokens(title))
        {
            tokens.Add(token);
        }

        return tokens;
    }

    private static void Write(ref PlainTextWriter text, ReadOnlySpan<char> title, List<MarkupToken> tokens)
    {
        var ends = Ends(title, tokens);
        var isHtml = Array.Exists(ends, end => end >= 0) || CharacterReferences.AreIn(title);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var body = token.Body(title);
            if (token.Kind == MarkupTokenKind.CData)
            {
                text.Write(body);
            }
            else if (token.Kind is MarkupTokenKind.StartTag or MarkupTokenKind.EndTag && ends[i] >= 0)
            {
                var name = HtmlElements.NameOf(body);
                if (HtmlElements.IsBlock(name))
                {
                    text.Separate();
                }
                else if (HtmlElements.HidesItsText(name))
                {
                    i = ends[i];
                }
            }
            else if (token.Kind is MarkupTokenKind.Text or MarkupTokenKind.StartTag or MarkupTokenKind.EndTag || !isHtml)
            {
                text.WriteEncoded(title[token.Start..token.End]);
            }
        }
    }

    /// <summary>For each token that is a tag of markup the place of its end tag, or its own; -1 for all else.</summary>
    private static int[] Ends(ReadOnlySpan<char> title, List<MarkupToken> tokens)
    {
        var ends = new int[tokens.Count];
        Array.Fill(ends, -1);
        var open = new List<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var name = HtmlElements.NameOf(tokens[i].Body(title));
            if (tokens[i].Kind == MarkupTokenKind.StartTag)
            {
                open.Add(i);
                ends[i] = IsMarkupAlone(title, tokens[i], name) ? i : -1;
            }
            else if (tokens[i].Kind == MarkupTokenKind.EndTag)
            {
                for (var at = open.Count - 1; at >= Math.Max(0, open.Count - MostOpen); at--)
                {
                    if (name.Equals(HtmlElements.NameOf(tokens[open[at]].Body(title)), StringComparison.OrdinalIgnoreCase))
                    {
                        (ends[open[at]], ends[i]) = (i, i);
                        open.RemoveRange(at, open.Count - at);
                        break;
                    }
                }
            }
        }

        return ends;
    }

    // A void element that stands close to a word breaks or adorns the text: it is not named there.
    private static bool IsMarkupAlone(ReadOnlySpan<char> title, MarkupToken token, ReadOnlySpan<char> name) =>
        HtmlElements.HasAttribute(token.Body(title))
        || (HtmlElements.IsVoid(name)
            && (token.IsEmpty
                || (token.Start > 0 && char.IsLetterOrDigit(title[token.Start - 1]))
                || (token.End < title.Length && char.IsLetterOrDigit(title[token.End]))));
}
