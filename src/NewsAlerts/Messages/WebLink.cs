using NewsAlerts.Feeds;

namespace NewsAlerts.Messages;

/// <summary>The addresses of a feed that a message may link to.</summary>
internal static class WebLink
{
    /// <summary>The longest that every channel takes; a longer one is left out, since half an address is a wrong one.</summary>
    private const int Longest = 2_000;

    /// <summary>The address, as RFC 3986 writes it; null unless it is absolute and http or https.</summary>
    public static Uri? Of(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri)
        && WebAddress.IsWeb(uri)
        && Uri.TryCreate(Strict(uri), UriKind.Absolute, out var strict)
        && strict.AbsoluteUri.Length <= Longest
            ? strict
            : null;

    /// <summary>
    /// A receiver that checks a message against its schema refuses all of it for one address with what .NET leaves in: the
    /// letters of a host, brackets, a second number sign.
    /// </summary>
    private static string Strict(Uri uri)
    {
        var user = uri.UserInfo.Length == 0 ? "" : $"{WithoutBrackets(uri.UserInfo)}@";
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var fragment = uri.Fragment.Length == 0 ? "" : $"#{WithoutBrackets(uri.Fragment[1..]).Replace("#", "%23", StringComparison.Ordinal)}";
        return $"{uri.Scheme}://{user}{host}{port}{WithoutBrackets(uri.PathAndQuery)}{fragment}";
    }

    private static string WithoutBrackets(string text) =>
        text.Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
}
