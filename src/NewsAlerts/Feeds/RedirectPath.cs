using System.Net;
using NewsAlerts.Http;

namespace NewsAlerts.Feeds;

/// <summary>The way that redirects lead from an address (RFC 9110 §15.4): five steps at most, within the web, and no circle.</summary>
/// <param name="start">The address that is asked first.</param>
internal sealed class RedirectPath(Uri start)
{
    /// <summary>The most redirects that are followed.</summary>
    public const int MaxRedirects = 5;

    private readonly HashSet<Uri> _visited = [start];

    /// <summary>The address to ask now.</summary>
    public Uri Current { get; private set; } = start;

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

        if (!_visited.Add(next))
        {
            return $"its redirects lead in a circle, back to {WebAddress.WithoutSecrets(next.AbsoluteUri)}";
        }

        if (_visited.Count > MaxRedirects + 1)
        {
            return $"more than {MaxRedirects} redirects";
        }

        Current = next;
        IsPermanent &= IsMove(redirect.StatusCode);
        MovedTo = IsPermanent ? next.AbsoluteUri : MovedTo;
        return null;
    }

    private static bool IsMove(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
}
