namespace NewsAlerts.Http;

/// <summary>Parts of a web address that may be shown and compared.</summary>
internal static class WebAddress
{
    /// <summary>Whether an address is one of the web (RFC 9110 §4.2): http or https.</summary>
    public static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;

    /// <summary>Whether a text is an absolute address of the web.</summary>
    public static bool IsWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && IsWeb(address);

    /// <summary>The host, in the form that names are compared in (RFC 5891); empty for what is no address.</summary>
    public static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.IdnHost : "";

    /// <summary>
    /// The address, fit to be shown: without user, password, query and fragment, which may carry secrets, and with those of its path
    /// replaced (<see cref="AddressSecrets"/>).
    /// </summary>
    public static string WithoutSecrets(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        ? AddressSecrets.Redact(address.GetComponents(
            UriComponents.Scheme | UriComponents.Host | UriComponents.Port | UriComponents.Path, UriFormat.UriEscaped))
        : "(no address)";
}
