namespace NewsAlerts.Feeds;

/// <summary>
/// Items of Google News. Their links and guids say nothing of where they lead, and one article has several; but each item
/// names its outlet in <c>source</c>, and again at the end of its title.
/// </summary>
public static class GoogleNews
{
    private const string Host = "news.google.com";

    /// <summary>An address at the outlet that published an item; null where the item is none of Google News, or does not say.</summary>
    public static string? OutletOf(Item item) => IsOne(item) ? item.Source?.Url : null;

    /// <summary>
    /// What makes two items the same article: the outlet, and the title without its name. Null where the item is none of
    /// Google News, or states one of them not. Part of every alert's id, stored for months.
    /// </summary>
    public static string? StoryOf(Item item)
    {
        if (!IsOne(item) || item.Title is not { Length: > 0 } title || OutletNameOf(item.Source) is not { } outlet)
        {
            return null;
        }

        var ending = $" - {item.Source?.Name}";
        var headline = title.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? title[..^ending.Length] : title;
        return $"news\n{outlet}\n{headline.Trim().ToLowerInvariant()}";
    }

    private static string? OutletNameOf(ItemSource? source)
    {
        var host = source?.Url is { } url ? WebAddress.HostOf(url).ToLowerInvariant() : "";
        return host.Length > 0
            ? host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host
            : source?.Name?.ToLowerInvariant();
    }

    private static bool IsOne(Item item) =>
        item.Link?.Contains(Host, StringComparison.OrdinalIgnoreCase) == true
        && WebAddress.HostOf(item.Link).Equals(Host, StringComparison.OrdinalIgnoreCase);
}
