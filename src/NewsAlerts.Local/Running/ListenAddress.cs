using System.Net;
using System.Net.Sockets;

namespace NewsAlerts.Local.Running;

/// <summary>
/// The addresses and the port to listen at. Kestrel takes every host name but localhost for every interface, so names are resolved
/// here.
/// </summary>
/// <param name="Addresses">The addresses of this machine: at least one.</param>
/// <param name="Port">The port; 0 means any that is free, and then there is one address.</param>
internal sealed record ListenAddress(IReadOnlyList<IPAddress> Addresses, int Port)
{
    /// <summary>Finds the addresses of a URL. Every interface is listened at only where a literal says so: 0.0.0.0 or [::].</summary>
    /// <exception cref="ListenException">Its host has none; the message says why.</exception>
    public static async Task<ListenAddress> ResolveAsync(Uri listen, CancellationToken cancellationToken)
    {
        var host = listen.IdnHost;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await ResolveNameAsync(host, cancellationToken);

        // Another address would be given another free port.
        return new ListenAddress(listen.Port == 0 ? [addresses[0]] : addresses, listen.Port);
    }

    private static async Task<IPAddress[]> ResolveNameAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            var found = (await Dns.GetHostAddressesAsync(host, cancellationToken)).Where(IsOfOneInterface).Distinct().ToArray();
            return found.Length > 0 ? found : throw new ListenException($"{host} resolves to no address of one interface");
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            // A name that is longer than any can be is a wrong argument.
            throw new ListenException($"{host} does not resolve to an address", e);
        }
    }

    // Where IPv6 is turned off, the hosts file may still have ::1 for localhost.
    private static bool IsOfOneInterface(IPAddress address) =>
        !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)
        && (address.AddressFamily == AddressFamily.InterNetwork ? Socket.OSSupportsIPv4 : Socket.OSSupportsIPv6);
}

/// <summary>An address cannot be listened at; the message says why, and holds no secret.</summary>
internal sealed class ListenException(string message, Exception? inner = null) : IOException(message, inner);
