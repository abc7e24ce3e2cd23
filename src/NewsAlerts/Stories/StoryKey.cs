using NewsAlerts.Items;

namespace NewsAlerts.Stories;

/// <summary>
/// What makes two items the same news: the article's canonical link, or, where a link does not tell an article, the
/// item itself. Part of every alert's id, stored for months: it must never change for the same input.
/// </summary>
internal static class StoryKey
{
    /// <summary>The keys of a document's items, in their order.</summary>
    /// <param name="feedUrl">The feed's configured address.</param>
    /// <param name="document">The document.</param>
    /// <param name="ids">The identities of its items, in their order.</param>
    public static IReadOnlyList<string> Of(string feedUrl, FeedDocument document, IReadOnlyList<string> ids)
    {
        var links = document.Items.Select(item => item.Link is null ? null : CanonicalLink.Of(item.Link)).ToList();
        var site = document.Link is null ? null : CanonicalLink.Of(document.Link);
        var shared = links.OfType<string>().CountBy(link => link).Where(link => link.Value > 1).Select(link => link.Key).ToHashSet();
        return [.. links.Zip(ids, (link, id) => link is null || link == site || shared.Contains(link)
            ? Of(feedUrl, id)
            : $"link\n{link}")];
    }

    /// <summary>The key of an item whose link does not tell it from others.</summary>
    /// <param name="feedUrl">The feed's configured address.</param>
    /// <param name="id">The item's identity.</param>
    public static string Of(string feedUrl, string id) => $"item\n{feedUrl}\n{id}";
}
