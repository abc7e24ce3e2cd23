using System.Net;
using NewsAlerts.Feeds;
using NewsAlerts.Http;

namespace NewsAlerts.Polling.Asking;

/// <summary>
/// The way that redirects lead from an address (RFC 9110 §15.4): five steps at most, within the web, and no circle. What a
/// step sets as a cookie goes along to the next ones of its host, and is forgotten at the end of the way.
/// </summary>
/// <param name="start">The address that is asked first.</param>
internal sealed class RedirectPath(Uri start)
{
    /// <summary>The most redirects that are followed.</summary>
    public const int MaxRedirects = 5;

    private const int MostCookies = 20;
    private const int LongestCookie = 4_096;

    // A server that asks for a cookie sends us back to where we came from, with it: then that is no circle.
    private readonly HashSet<(Uri Address, string? Cookies)> _visited = [(start, null)];
    private readonly Uri _start = start;
    private CookieContainer? _cookies;

    /// <summary>The address to ask now.</summary>
    public Uri Current { get; private set; } = start;

    /// <summary>The address whose redirect led to the one to ask now; null before the first.</summary>
    public Uri? Previous { get; private set; }

    /// <summary>The cookies for the address to ask now, as a header (RFC 6265 §5.4); null where there are none.</summary>
    public string? Cookies => _cookies?.GetCookieHeader(Current) is { Length: > 0 } cookies ? cookies : null;

    /// <summary>Whether no redirect until here was for this time alone.</summary>
    public bool IsPermanent { get; private set; } = true;

    /// <summary>Where the permanent redirects lead, up to the first that is for this time alone; null where nowhere else.</summary>
    public string? MovedTo { get; private set; }

    /// <summary>Whether a status tells to go elsewhere.</summary>
    public static bool IsRedirect(HttpStatusCode status) => IsMove(status)
        || status is HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect;

    /// <summary>Goes where a redirect leads; returns why it cannot be followed, and null where it can.</summary>
    public string? Follow(HttpResponseMessage redirect)
    {
        if (redirect.Headers.Location is not { } location)
        {
            return $"answered {(int)redirect.StatusCode} without saying where to go";
        }

        if (!Uri.TryCreate(Current, location, out var next))
        {
            return "redirects to something that is no address";
        }

        if (!WebAddress.IsWeb(next))
        {
            return $"redirects to a {next.Scheme} address";
        }

        // It is kept where it holds.
        if (FeedLimits.Whole(next.AbsoluteUri) is null)
        {
            return $"redirects to an address of more than {FeedLimits.Address} characters";
        }

        Take(redirect);
        (Previous, Current) = (Current, next);
        if (!_visited.Add((next, Cookies)))
        {
            return $"its redirects lead in a circle, back to {AddressSecrets.Redact(next.AbsoluteUri)}";
        }

        if (_visited.Count > MaxRedirects + 1)
        {
            return $"more than {MaxRedirects} redirects";
        }

        IsPermanent &= IsMove(redirect.StatusCode);
        MovedTo = !IsPermanent ? MovedTo : next == _start ? null : next.AbsoluteUri;
        return null;
    }

    private void Take(HttpResponseMessage redirect)
    {
        if (!redirect.Headers.TryGetValues("Set-Cookie", out var set))
        {
            return;
        }

        _cookies ??= new CookieContainer(MostCookies, MostCookies, LongestCookie);
        foreach (var cookie in set)
        {
            try
            {
                _cookies.SetCookies(Current, cookie);
            }
            catch (CookieException)
            {
                // One that is none, or of another domain, is not sent back (RFC 6265 §5.3).
            }
        }
    }

    private static bool IsMove(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
}
