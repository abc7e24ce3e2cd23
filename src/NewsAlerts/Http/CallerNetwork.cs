using System.Net;
using System.Net.Sockets;

namespace NewsAlerts.Http;

/// <summary>
/// What one caller has of the internet: an IPv4 address, or the /56 network of an IPv6 one, as providers give a household (RIPE-690
/// §4.2).
/// </summary>
internal static class CallerNetwork
{
    private const int Bytes6 = 56 / 8;
    private const int WideBytes6 = 32 / 8;
    private const int WideBytes4 = 16 / 8;

    /// <summary>Names the network of an address; all that are not known share one name.</summary>
    public static string Of(IPAddress? from) => from?.Unmapped() switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6 } address => First(address, Bytes6),
        { } address => address.ToString(),
    };

    /// <summary>Names what one provider has at the least: the /16 network of an IPv4 address, the /32 of an IPv6 one.</summary>
    public static string WideOf(IPAddress? from) => from?.Unmapped() switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6 } address => First(address, WideBytes6),
        { } address => First(address, WideBytes4),
    };

    private static string First(IPAddress address, int bytes) => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, bytes));
}
