using NewsAlerts.Http;

namespace NewsAlerts.Yaml.Values;

/// <summary>A host: a name or an address (RFC 3986 §3.2.2), without scheme, port or path.</summary>
internal static class HostName
{
    /// <summary>Why the text is neither a host nor <c>host:port</c>; null where it is one of them.</summary>
    public static Problem? CheckWithPort(string text) => PrivateHosts.Split(text) is null ? Check(text) : null;

    /// <summary>Why the text is no host; null where it is one.</summary>
    public static Problem? Check(string text)
    {
        if (Uri.CheckHostName(text) != UriHostNameType.Unknown)
        {
            return null;
        }

        var meant = Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host
            : Uri.TryCreate("http://" + text, UriKind.Absolute, out address) ? address.Host
            : null;
        return new Problem("is not a host: write a name or an address alone", meant);
    }
}
