using System.Globalization;

namespace NewsAlerts.Http;

/// <summary>The hosts of <c>settings: allowPrivate</c>: a name or an address means every port, <c>host:port</c> that one alone.</summary>
internal static class PrivateHosts
{
    /// <summary>Whether an entry names the host of an address, at its port.</summary>
    public static bool Contain(IEnumerable<string> entries, Uri address) => Contain(entries, address.Host, address.Port);

    /// <summary>Whether an entry names a host, at a port.</summary>
    public static bool Contain(IEnumerable<string> entries, string host, int port)
    {
        var bare = host.Trim('[', ']');
        return entries.Any(entry => Split(entry) is var (allowed, only)
            && allowed.Equals(bare, StringComparison.OrdinalIgnoreCase)
            && (only is null || only == port));
    }

    /// <summary>The host of an entry, without brackets, and its port; null where it is neither of both forms (RFC 3986 §3.2).</summary>
    public static (string Host, int? Port)? Split(string entry)
    {
        if (Uri.CheckHostName(entry) != UriHostNameType.Unknown)
        {
            return (entry.Trim('[', ']'), null);
        }

        var colon = entry.LastIndexOf(':');
        return colon > 0
            && int.TryParse(entry[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and <= ushort.MaxValue
            && Uri.CheckHostName(entry[..colon]) != UriHostNameType.Unknown
            ? (entry[..colon].Trim('[', ']'), port)
            : null;
    }
}
