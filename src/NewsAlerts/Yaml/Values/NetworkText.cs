using System.Net;
using System.Net.Sockets;

namespace NewsAlerts.Yaml.Values;

/// <summary>An IP address, or a network in CIDR notation (RFC 4632 §3.1, RFC 4291 §2.3): <c>10.0.0.7</c>, <c>10.0.0.0/8</c>.</summary>
internal static class NetworkText
{
    /// <summary>Why the text is no such network; null where it is one.</summary>
    public static Problem? Check(string text) =>
        TryParse(text, out _) ? null : new Problem("is no address and no network such as 10.0.0.0/8");

    /// <summary>Reads a network that was checked.</summary>
    public static IPNetwork Parse(string text) => TryParse(text, out var network) ? network : throw new FormatException("no network");

    private static bool TryParse(string text, out IPNetwork network)
    {
        if (IPNetwork.TryParse(text, out network))
        {
            return true;
        }

        // Older notations, 10.1 and 0x0a000001, are nobody's intention, and a zone (fe80::1%eth0) is part of no network.
        if (!IPAddress.TryParse(text, out var address)
            || (address.AddressFamily == AddressFamily.InterNetwork && address.ToString() != text)
            || text.Contains('%', StringComparison.Ordinal))
        {
            return false;
        }

        network = new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetworkV6 ? 128 : 32);
        return true;
    }
}
