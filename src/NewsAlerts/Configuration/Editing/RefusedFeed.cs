using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Editing;

/// <summary>A feed that cannot be added.</summary>
/// <param name="Feed">The feed; only the host of its address where that holds a password.</param>
/// <param name="Reason">Why, as what follows the address in a sentence: "is not a web address".</param>
internal sealed record RefusedFeed(NewFeed Feed, string Reason)
{
    /// <summary>The refusal of a feed whose address may hold a password.</summary>
    public static RefusedFeed Of(NewFeed feed, string reason) => new(
        WebAddressText.TryRead(WebAddressText.Encode(feed.Url), out var address) && address.UserInfo.Length > 0
            ? feed with { Url = address.Host }
            : feed,
        reason);
}
