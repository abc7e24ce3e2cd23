using System.Text;
using NewsAlerts.Http;

namespace NewsAlerts.Configuration;

/// <summary>What a feed is asked for with, sent to the feed's own host alone.</summary>
/// <param name="Header">The header's name: <c>Authorization</c>, or another that the publisher wants.</param>
/// <param name="Value">The header's value.</param>
public sealed record FeedCredentials(string Header, Secret Value)
{
    private const string Authorization = "Authorization";

    /// <summary>A user and a password (RFC 7617).</summary>
    /// <param name="userAndPassword">Both, with a colon between.</param>
    public static FeedCredentials Basic(string userAndPassword) =>
        new(Authorization, new Secret("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(userAndPassword))));

    /// <summary>A token (RFC 6750).</summary>
    public static FeedCredentials Bearer(string token) => new(Authorization, new Secret("Bearer " + token));

    /// <summary>A header as it is written.</summary>
    /// <param name="header">Name, colon and value.</param>
    public static FeedCredentials FromHeader(string header)
    {
        var (name, value) = SplitHeader(header);
        return new FeedCredentials(name, new Secret(value));
    }

    /// <summary>The name and the value of a header as it is written; the value is empty where there is no colon.</summary>
    internal static (string Name, string Value) SplitHeader(string header)
    {
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (header.Trim(), "") : (header[..colon].Trim(), header[(colon + 1)..].Trim());
    }

    /// <summary>Whether they may be sent to an address: one of the feed's host, as well protected as the feed's is.</summary>
    /// <param name="feed">The feed's configured address.</param>
    /// <param name="address">The address that is asked now.</param>
    internal static bool AreFor(Uri feed, Uri address) =>
        feed.IdnHost.Equals(address.IdnHost, StringComparison.OrdinalIgnoreCase)
        && ((feed.Scheme == address.Scheme && feed.Port == address.Port)
            || (address.Scheme == Uri.UriSchemeHttps && feed.IsDefaultPort && address.IsDefaultPort));
}
