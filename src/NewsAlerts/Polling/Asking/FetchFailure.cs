using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using NewsAlerts.Http;

namespace NewsAlerts.Polling.Asking;

/// <summary>Says in words why a request for a feed failed.</summary>
internal static class FetchFailure
{
    /// <summary>A status that brings no document.</summary>
    /// <param name="status">The status.</param>
    /// <param name="address">The address that answered.</param>
    public static string Describe(HttpStatusCode status, Uri address) => (int)status switch
    {
        401 => "answered 401: it wants credentials",
        403 => "answered 403: we may not read it",
        404 => "answered 404: there is nothing at this address",
        410 => "answered 410: it is gone for good",
        429 when IsAnonymousAtReddit(address) =>
            "answered 429: Reddit lets one network ask for a feed about every 30 s; a personal address of the feed, "
            + "with feed= and user= from its page of private RSS feeds, may be asked more often",
        429 => "answered 429: we ask too often",
        503 => "answered 503: it is unavailable",
        var code => $"answered {code} ({status})",
    };

    /// <summary>A 404 of a feed that was there before, which may come back.</summary>
    /// <param name="last">When it was there last, UTC.</param>
    public static string DescribeMissing(DateTimeOffset last) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"answered 404: there is nothing at this address now; there was at {last.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    /// <summary>An exception of the HTTP client.</summary>
    public static string Describe(Exception exception, Uri address) => exception switch
    {
        HttpRequestException { InnerException: SocketException socket } =>
            Describe(socket.SocketErrorCode, address.Host),
        HttpRequestException { InnerException: AuthenticationException tls } => $"no secure connection: {tls.Message}",
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } =>
            "the answer ended before it was complete",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "the answer's headers are too long",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => "the answer is not HTTP",
        HttpRequestException { InnerException: HttpRequestException refused } => refused.Message,
        InvalidDataException or InvalidOperationException => "the answer is not compressed as it says",
        _ => exception.Message,
    };

    private static bool IsAnonymousAtReddit(Uri address) =>
        RegistrableDomain.Of(address.IdnHost) == "reddit.com" && !address.Query.Contains("feed=", StringComparison.Ordinal);

    private static string Describe(SocketError error, string host) => error switch
    {
        SocketError.ConnectionRefused => $"{host} refuses connections",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"{host} cannot be resolved",
        SocketError.TimedOut => $"{host} does not answer",
        SocketError.ConnectionReset => $"{host} closed the connection",
        _ => $"{host} cannot be reached ({error})",
    };
}
