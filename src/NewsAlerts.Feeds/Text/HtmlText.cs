using NewsAlerts.Feeds.Markup;

namespace NewsAlerts.Feeds.Text;

/// <summary>Turns HTML into plain text.</summary>
internal static class HtmlText
{
    /// <summary>
    /// The text of a piece of HTML: tags and comments are gone, scripts and styles with all they
    /// hold, references are decoded, blocks are separated by a space, white space is collapsed. CDATA counts as text,
    /// so that XHTML can be read as written.
    /// </summary>
    public static string ToPlain(ReadOnlySpan<char> html)
    {
        var text = new PlainTextWriter(html.Length);
        var tokens = new MarkupTokens(html);
        while (tokens.MoveNext())
        {
            var token = tokens.Current;
            var body = token.Body(html);
            switch (token.Kind)
            {
                case MarkupTokenKind.Text:
                    text.WriteEncoded(body);
                    break;
                case MarkupTokenKind.CData:
                    text.Write(body);
                    break;
                case MarkupTokenKind.StartTag or MarkupTokenKind.EndTag:
                    var name = HtmlElements.NameOf(body);
                    if (HtmlElements.IsBlock(name))
                    {
                        text.Separate();
                    }
                    else if (token is { Kind: MarkupTokenKind.StartTag, IsEmpty: false } && HtmlElements.HidesItsText(name))
                    {
                        tokens.MoveTo(EndOf(name, html, token.End));
                    }

                    break;
            }
        }

        return text.Finish();
    }

    /// <summary>
    /// Whether a text that is said to be HTML is none: it names tags, but closes none, has no reference, and none of the tags
    /// with which texts are commonly marked up.
    /// </summary>
    public static bool OnlyNamesTags(ReadOnlySpan<char> html)
    {
        if (!html.Contains('<') || html.IndexOf("</") >= 0 || CharacterReferences.AreIn(html))
        {
            return false;
        }

        var names = false;
        foreach (var token in new MarkupTokens(html))
        {
            if (token.Kind == MarkupTokenKind.Text)
            {
                continue;
            }

            var body = token.Body(html);
            if (token is not { Kind: MarkupTokenKind.StartTag, IsEmpty: false }
                || HtmlElements.HasAttribute(body) || HtmlElements.IsCommon(HtmlElements.NameOf(body)))
            {
                return false;
            }

            names = true;
        }

        return names;
    }

    /// <summary>Where the element ends whose inside starts here: it is no markup, so only its own end tag counts.</summary>
    private static int EndOf(ReadOnlySpan<char> name, ReadOnlySpan<char> html, int from)
    {
        for (var at = from; ;)
        {
            var found = html[at..].IndexOf("</");
            if (found < 0)
            {
                return html.Length;
            }

            at += found;
            if (html[(at + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }

            at += 2;
        }
    }
}
