using System.Net;

namespace NewsAlerts.Http;

/// <summary>Makes the clients for every outgoing call: guarded, without redirects, cookies, proxies and credentials.</summary>
internal static class OutgoingHttp
{
    /// <summary>
    /// A client that follows nothing by itself. It has no time-out of its own: each caller sets one that covers the
    /// body, too.
    /// </summary>
    /// <param name="guard">Decides which addresses may be called.</param>
    /// <param name="decompression">What it asks for and decompresses.</param>
    public static HttpClient CreateClient(AddressGuard guard, DecompressionMethods decompression)
    {
        var client = new HttpClient(new LeadGuard(guard, CreateHandler(guard, decompression)))
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.Of(contact: null));
        return client;
    }

    private static SocketsHttpHandler CreateHandler(AddressGuard guard, DecompressionMethods decompression) => new()
    {
        ConnectCallback = guard.ConnectAsync,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        AutomaticDecompression = decompression,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 64,
    };
}
