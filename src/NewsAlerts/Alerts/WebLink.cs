using NewsAlerts.Http;

namespace NewsAlerts.Alerts;

/// <summary>The addresses of a feed that a message may link to.</summary>
internal static class WebLink
{
    /// <summary>The longest that every channel takes; a longer one is left out, since half an address is a wrong one.</summary>
    private const int Longest = 2_000;

    /// <summary>The address, percent-encoded; null unless it is absolute and http or https.</summary>
    public static Uri? Of(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri)
        && WebAddress.IsWeb(uri)
        && uri.AbsoluteUri.Length <= Longest
            ? uri
            : null;
}
