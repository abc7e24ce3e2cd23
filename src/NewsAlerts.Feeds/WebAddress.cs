namespace NewsAlerts.Feeds;

/// <summary>Web addresses, as they are told from others and compared.</summary>
public static class WebAddress
{
    /// <summary>Whether an address is one of the web (RFC 9110 §4.2): http or https.</summary>
    public static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;

    /// <summary>Whether a text is an absolute address of the web.</summary>
    public static bool IsWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && IsWeb(address);

    /// <summary>The host, in the form that names are compared in (RFC 5891); empty for what is no address.</summary>
    public static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.IdnHost : "";
}
