using System.Buffers.Text;
using System.Text;
using NewsAlerts.Feeds.Markup;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.Feeds.Formats;

/// <summary>Text constructs and content of Atom 1.0 (RFC 4287 §3.1, §4.1.3) and Atom 0.3 (<c>mode</c>).</summary>
internal static class AtomText
{
    /// <summary>The text as plain text; null where it is empty or no text.</summary>
    public static string? Read(MarkupElement element) => Read(element, PlainText.OfHtml);

    /// <summary>The same for a title, which may name tags.</summary>
    public static string? ReadTitle(MarkupElement element) => Read(element, PlainText.OfTitle);

    private static string? Read(MarkupElement element, Func<ReadOnlySpan<char>, string?> ofHtml)
    {
        var type = element.Attribute("type")?.Trim().ToLowerInvariant();
        var mode = element.Attribute("mode")?.Trim().ToLowerInvariant();
        if (mode == "base64" || (mode is null && IsBinary(type)))
        {
            return Decode(element.Text) is { } decoded ? ofHtml(decoded) : null;
        }

        if (element.Children.Count > 0)
        {
            return ofHtml(element.Inner);
        }

        return mode == "escaped" || IsHtml(type) ? ofHtml(element.Text) : PlainText.OfText(element.Text);
    }

    private static bool IsHtml(string? type) => type is not null && type.Contains("html", StringComparison.Ordinal);

    // RFC 4287 §4.1.3.3: what is neither text nor XML is in Base64.
    private static bool IsBinary(string? type) =>
        type is not null && type.Contains('/') && !type.StartsWith("text/", StringComparison.Ordinal)
        && !type.Contains("html", StringComparison.Ordinal) && !type.Contains("xml", StringComparison.Ordinal);

    private static string? Decode(string base64)
    {
        var compact = string.Concat(base64.Where(c => !char.IsWhiteSpace(c)));
        return Base64.IsValid(compact) ? Encoding.UTF8.GetString(Convert.FromBase64String(compact)) : base64;
    }
}
