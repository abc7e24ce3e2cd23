using NewsAlerts.Feeds.Markup;

namespace NewsAlerts.Feeds.Text;

/// <summary>Resolves links (RFC 3986 §5), against xml:base (W3C XML Base) and where the document came from.</summary>
internal sealed class Links
{
    private readonly Uri? _start;

    public Links(FeedSource source)
        : this(source.Address ?? Absolute(source.ContentLocation))
    {
    }

    private Links(Uri? start) => _start = start;

    /// <summary>Links that start elsewhere, where that is known.</summary>
    public Links StartingAt(string? preferred, string? otherwise) =>
        new(Absolute(preferred) ?? _start ?? Absolute(otherwise));

    /// <summary>
    /// The address that a link leads to: absolute where a base is known, null where it is empty or no address of the
    /// web (<c>javascript:</c>, <c>mailto:</c>, <c>ftp:</c>…).
    /// </summary>
    public string? Resolve(string? link, MarkupElement? at = null)
    {
        var address = Clean(link);
        if (address.Length > 0 && Scheme(address) is null && Base(at) is { } known
            && Uri.TryCreate(known, address, out var resolved))
        {
            address = resolved.AbsoluteUri;
        }

        return address.Length > 0 && Scheme(address) is (null or "http" or "https") ? address : null;
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

    // A path alone counts as absolute on Unix, where it names a file.
    private static Uri? Absolute(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") ? uri : null;

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
