namespace NewsAlerts.Http;

/// <summary>
/// Refuses requests by which a stranger would use what <c>settings: allowPrivate</c> opens: an address on one of its hosts that a
/// host outside of it has named, by a redirect, as a hub or as the link of an article. It looks at every request, since one
/// over a connection that is open already passes <see cref="AddressGuard.ConnectAsync"/> by.
/// </summary>
internal sealed class LeadGuard(AddressGuard guard, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Who named a request's address; absent where a person did, in alerts.yaml or on the command line.</summary>
    public static readonly HttpRequestOptionsKey<Uri> NamedBy = new("named by");

    /// <exception cref="HttpRequestException">The request is refused; the message says why.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Options.TryGetValue(NamedBy, out var by) && request.RequestUri is { } address && guard.KeepsApart(by, address)
            ? throw new HttpRequestException(
                $"{by.Host} leads to {address.Authority}, which is one's own: only alerts.yaml and other hosts of allowPrivate may name it")
            : base.SendAsync(request, cancellationToken);
}
