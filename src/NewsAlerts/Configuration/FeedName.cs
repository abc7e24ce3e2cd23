using NewsAlerts.Feeds;
using NewsAlerts.Http;

namespace NewsAlerts.Configuration;

/// <summary>What a feed is called.</summary>
internal static class FeedName
{
    /// <summary>Its configured name, else its own title, else its address without secrets, with its query: a host may have many feeds, and a bridge has all at one path.</summary>
    public static string Of(string? name, string? title, string url) => name ?? title ?? AddressSecrets.Redact(url);
}
