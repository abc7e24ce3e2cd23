using NewsAlerts.Feeds.Markup;

namespace NewsAlerts.Feeds.Text;

/// <summary>Plain text from what the formats carry; null where nothing is left.</summary>
public static class PlainText
{
    /// <summary>From a text that holds HTML, or only names tags of it.</summary>
    public static string? OfHtml(ReadOnlySpan<char> html) =>
        HtmlText.OnlyNamesTags(html) ? OfText(html) : OrNull(HtmlText.ToPlain(html));

    /// <summary>From a short text, such as a title or a name, that may hold HTML.</summary>
    public static string? OfTitle(ReadOnlySpan<char> title) => OrNull(TitleText.ToPlain(title));

    /// <summary>
    /// From a text that is said to hold none: its angle brackets stay. References are decoded all the same, because
    /// publishers escape once too often far more often than they write about references.
    /// </summary>
    public static string? OfText(ReadOnlySpan<char> text)
    {
        var writer = new PlainTextWriter(text.Length);
        writer.WriteEncoded(text);
        return OrNull(writer.Finish());
    }

    /// <summary>From an element that holds HTML, escaped or as child elements.</summary>
    internal static string? OfHtml(MarkupElement element) =>
        element.Children.Count > 0 ? OfHtml(element.Inner) : OfHtml(element.Text);

    /// <summary>From an element that holds a short text, escaped or as child elements.</summary>
    internal static string? OfTitle(MarkupElement element) =>
        element.Children.Count > 0 ? OfTitle(element.Inner) : OfTitle(element.Text);

    /// <summary>From an element that holds text, or markup that was left unescaped.</summary>
    internal static string? OfText(MarkupElement element) =>
        element.Children.Count > 0 ? OfHtml(element.Inner) : OfText(element.Text);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
