namespace NewsAlerts.Http;

/// <summary>Web addresses as others may see them; the operator sees more (<see cref="AddressSecrets"/>).</summary>
internal static class ShownAddress
{
    /// <summary>
    /// The address, fit to be sent to others: without user, password, query and fragment, which may carry secrets, and with those of its path
    /// replaced (<see cref="AddressSecrets"/>).
    /// </summary>
    public static string WithoutSecrets(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        ? AddressSecrets.Redact(address.GetComponents(
            UriComponents.Scheme | UriComponents.Host | UriComponents.Port | UriComponents.Path, UriFormat.UriEscaped))
        : "(no address)";
}
