using NewsAlerts.Feeds;
using NewsAlerts.Subscriptions.Links;

namespace NewsAlerts.Web.Pages;

/// <summary>
/// Tells posts that a page of another site made a browser send. Browsers say so by <c>Sec-Fetch-Site</c> (Fetch Metadata §2.1), those
/// that do not, and all of them over plain http, by <c>Origin</c> (RFC 6454 §7.3). What says neither is no browser.
/// </summary>
internal static class CrossSite
{
    /// <summary>Whether the request is such a post.</summary>
    /// <param name="request">The request.</param>
    /// <param name="publicUrl">The service's public address, behind which a proxy may know it by another name.</param>
    public static bool IsPost(PageRequest request, string? publicUrl) =>
        request.Method == "POST" && !IsOneClick(request) && !IsOurs(request, publicUrl);

    private static bool IsOurs(PageRequest request, string? publicUrl) =>
        (request.Headers.GetValueOrDefault("Sec-Fetch-Site") ?? "", request.Headers.GetValueOrDefault("Origin") ?? "") switch
        {
            ("", "") or ("same-origin" or "none", _) => true,
            ("", var origin) => IsOurOrigin(origin, request.Headers.GetValueOrDefault("Host"), publicUrl),
            _ => false,
        };

    // An opaque origin is written "null", which is no address.
    private static bool IsOurOrigin(string origin, string? host, string? publicUrl) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && WebAddress.IsWeb(from)
        && (from.Authority.Equals(host, StringComparison.OrdinalIgnoreCase)
            || (Uri.TryCreate(publicUrl, UriKind.Absolute, out var known)
                && from.GetLeftPart(UriPartial.Authority) == known.GetLeftPart(UriPartial.Authority)));

    // A mail program may be a page in a browser. Its post needs the token of the email, which no other site knows (RFC 8058 §3.2).
    private static bool IsOneClick(PageRequest request) =>
        request.Segments is [_, var page] && page == SignedLinks.PathOf(LinkPurpose.Unsubscribe)
        && request.Form["List-Unsubscribe"] == "One-Click";
}
