using System.Net;

namespace NewsAlerts.Http;

/// <summary>Makes the clients for every outgoing call: guarded, without redirects, cookies, proxies and credentials.</summary>
internal static class OutgoingHttp
{
    /// <summary>
    /// A client that follows nothing by itself and decompresses gzip, deflate and brotli. It has no time-out of its
    /// own: each caller sets one that covers the body, too.
    /// </summary>
    public static HttpClient CreateClient(AddressGuard guard)
    {
        var client = new HttpClient(CreateHandler(guard))
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.Of(contact: null));
        return client;
    }

    private static SocketsHttpHandler CreateHandler(AddressGuard guard) => new()
    {
        ConnectCallback = guard.ConnectAsync,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        AutomaticDecompression = DecompressionMethods.All,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 64,
    };
}
