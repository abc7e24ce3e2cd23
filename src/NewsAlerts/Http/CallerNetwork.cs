using System.Net;
using System.Net.Sockets;

namespace NewsAlerts.Http;

/// <summary>What one caller has of the internet: an IPv4 address, or the /64 network of an IPv6 one (RFC 6177).</summary>
internal static class CallerNetwork
{
    private const int NetworkBytes6 = 8;

    /// <summary>Names the network of an address; all that are not known share one name.</summary>
    public static string Of(IPAddress? from)
    {
        var address = from?.IsIPv4MappedToIPv6 == true ? from.MapToIPv4() : from;
        return address?.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes6))
            : address?.ToString() ?? "";
    }
}
