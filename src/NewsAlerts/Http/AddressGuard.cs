using System.Net;
using System.Net.Sockets;

namespace NewsAlerts.Http;

/// <summary>
/// Keeps outgoing calls out of private networks. It decides when the socket connects, on the very address that is
/// connected to, so that neither a redirect nor a name that resolves differently the second time gets around it.
/// </summary>
/// <param name="allowPrivate">The hosts that may be private, as <see cref="PrivateHosts"/> reads them.</param>
/// <param name="howToAllow">What a person can do to have an address allowed.</param>
internal sealed class AddressGuard(
    Func<IReadOnlyCollection<string>> allowPrivate,
    string howToAllow = "name the host under settings: allowPrivate")
{
    private readonly bool _isOff;

    private AddressGuard(bool isOff)
        : this(() => []) => _isOff = isOff;

    /// <summary>A guard that lets every address be called: for a person who asked for it.</summary>
    public static AddressGuard None { get; } = new(isOff: true);

    /// <summary>Connects to one of the host's addresses that may be called.</summary>
    /// <exception cref="HttpRequestException">None of the addresses may be called, or the name does not resolve.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await ResolveAsync(host, cancellationToken);
        var allowed = IsAllowedByName(host, context.DnsEndPoint.Port) ? addresses : [.. addresses.Where(PublicAddress.Is)];
        if (allowed.Length == 0)
        {
            throw new HttpRequestException(
                $"{host} is at the private address {addresses[0]}; to allow it, {howToAllow}");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal))
        {
            return [literal];
        }

        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);
            return addresses.Length > 0 ? addresses : throw new HttpRequestException($"{host} has no address");
        }
        catch (SocketException e)
        {
            throw new HttpRequestException($"{host} cannot be resolved ({e.SocketErrorCode})", e);
        }
    }

    /// <summary>Whether an address is on a host that was allowed, and who named it is not: a stranger leads there.</summary>
    public bool KeepsApart(Uri namedBy, Uri address) =>
        !_isOff && allowPrivate() is var own && PrivateHosts.Contain(own, address) && !PrivateHosts.Contain(own, namedBy);

    private bool IsAllowedByName(string host, int port) => _isOff || PrivateHosts.Contain(allowPrivate(), host, port);
}
