using NewsAlerts.Items.Markup;

namespace NewsAlerts.Items.Text;

/// <summary>Resolves links (RFC 3986 §5), against xml:base (W3C XML Base) and where the document came from.</summary>
internal sealed class Links
{
    private readonly Uri? _start;

    public Links(FeedSource source)
        : this(source.Address ?? (Uri.TryCreate(source.ContentLocation, UriKind.Absolute, out var location) ? location : null))
    {
    }

    private Links(Uri? start) => _start = start;

    /// <summary>Links that start elsewhere, where that is known.</summary>
    public Links StartingAt(Uri? preferred, Uri? otherwise) => new(preferred ?? _start ?? otherwise);

    /// <summary>
    /// A link to a page: absolute where a base is known, null where it is empty or cannot be opened as a page
    /// (<c>javascript:</c>, <c>mailto:</c>…).
    /// </summary>
    public string? Page(string? link, MarkupElement? at = null)
    {
        var address = Address(link, at);
        return address is null || Scheme(address) is not (null or "http" or "https") ? null : address;
    }

    /// <summary>Any address: absolute where a base is known, null where it is empty.</summary>
    public string? Address(string? link, MarkupElement? at = null)
    {
        var address = Clean(link);
        if (address.Length == 0)
        {
            return null;
        }

        if (Scheme(address) is not null)
        {
            return address;
        }

        return Base(at) is { } known && Uri.TryCreate(known, address, out var resolved) ? resolved.AbsoluteUri : address;
    }

    private Uri? Base(MarkupElement? at)
    {
        for (var element = at; element is not null; element = element.Parent)
        {
            if (element.Attribute(Vocabulary.Xml, "base") is not { } written || Clean(written) is not { Length: > 0 } own)
            {
                continue;
            }

            if (Scheme(own) is not null)
            {
                return Uri.TryCreate(own, UriKind.Absolute, out var absolute) ? absolute : Base(element.Parent);
            }

            var outer = Base(element.Parent);
            return outer is not null && Uri.TryCreate(outer, own, out var relative) ? relative : outer;
        }

        return _start;
    }

    /// <summary>The scheme in lower case (RFC 3986 §3.1); null where the link is relative.</summary>
    private static string? Scheme(string link)
    {
        var colon = link.IndexOf(':');
        if (colon < 1 || !char.IsAsciiLetter(link[0]))
        {
            return null;
        }

        foreach (var c in link.AsSpan(0, colon))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return null;
            }
        }

        return link[..colon].ToLowerInvariant();
    }

    // Line breaks inside an address come from templates that wrap (URL Standard §4.4 drops them, too).
    private static string Clean(string? link) =>
        link is null ? "" : link.AsSpan().ContainsAny("\t\r\n")
            ? string.Concat(link.Where(c => c is not ('\t' or '\r' or '\n'))).Trim()
            : link.Trim();
}
