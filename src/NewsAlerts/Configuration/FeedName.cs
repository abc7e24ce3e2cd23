using NewsAlerts.Feeds;
using NewsAlerts.Http;

namespace NewsAlerts.Configuration;

/// <summary>What a feed is called.</summary>
internal static class FeedName
{
    /// <summary>Its configured name, else its own title, else its address without secrets: a host may have many feeds.</summary>
    public static string Of(string? name, string? title, string url) => name ?? title ?? ShownAddress.WithoutSecrets(url);
}
