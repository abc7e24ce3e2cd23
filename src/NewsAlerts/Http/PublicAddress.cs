using System.Net;
using System.Net.Sockets;

namespace NewsAlerts.Http;

/// <summary>Tells public internet addresses from all others (the IANA special-purpose address registries).</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] SpecialPurpose =
    [
        IPNetwork.Parse("0.0.0.0/8"),       // this network
        IPNetwork.Parse("10.0.0.0/8"),      // private
        IPNetwork.Parse("100.64.0.0/10"),   // carrier-grade NAT
        IPNetwork.Parse("127.0.0.0/8"),     // loopback
        IPNetwork.Parse("169.254.0.0/16"),  // link-local; the metadata services of the clouds are here
        IPNetwork.Parse("172.16.0.0/12"),   // private
        IPNetwork.Parse("192.0.0.0/24"),    // protocol assignments
        IPNetwork.Parse("192.0.2.0/24"),    // documentation
        IPNetwork.Parse("192.88.99.0/24"),  // 6to4 relays, deprecated
        IPNetwork.Parse("192.168.0.0/16"),  // private
        IPNetwork.Parse("198.18.0.0/15"),   // benchmarks
        IPNetwork.Parse("198.51.100.0/24"), // documentation
        IPNetwork.Parse("203.0.113.0/24"),  // documentation
        IPNetwork.Parse("224.0.0.0/3"),     // multicast, reserved, broadcast
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] SpecialPurpose6 =
    [
        IPNetwork.Parse("2001::/23"),       // protocol assignments, Teredo among them
        IPNetwork.Parse("2001:db8::/32"),   // documentation
        IPNetwork.Parse("2002::/16"),       // 6to4: carries any IPv4 address
        IPNetwork.Parse("3fff::/20"),       // documentation
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>The IPv4 address that an IPv4-mapped IPv6 one stands for (RFC 4291 §2.5.5.2); any other as it is.</summary>
    public static IPAddress Unmapped(this IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>Whether the address is on the public internet. IPv4 addresses inside IPv6 ones are judged as such.</summary>
    public static bool Is(IPAddress address)
    {
        address = address.Unmapped();
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && Nat64.Contains(address))
        {
            address = new IPAddress(address.GetAddressBytes().AsSpan(12));
        }

        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(SpecialPurpose, network => network.Contains(address))
            : GlobalUnicast.Contains(address) && !Array.Exists(SpecialPurpose6, network => network.Contains(address));
    }
}
