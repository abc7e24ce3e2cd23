using NewsAlerts.Feeds;

namespace NewsAlerts.Stories;

/// <summary>
/// What makes two items the same news: the article's canonical link, what an item of Google News says instead, or, where a
/// link does not tell an article, the item itself. Part of every alert's id, stored for months: it must never change for the same input.
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
        var shared = document.Items.Zip(links).Where(pair => pair.Second is not null)
            .GroupBy(pair => pair.Second ?? "", pair => pair.First.Title)
            .Where(link => AreSeveral([.. link])).Select(link => link.Key).ToHashSet();
        return [.. document.Items.Select((item, index) => GoogleNews.StoryOf(item) ?? OfLink(links[index]) ?? Of(feedUrl, ids[index]))];

        string? OfLink(string? link) => link is null || link == site || shared.Contains(link) ? null : $"link\n{link}";
    }

    /// <summary>The key of an item whose link does not tell it from others.</summary>
    /// <param name="feedUrl">The feed's configured address.</param>
    /// <param name="id">The item's identity.</param>
    public static string Of(string feedUrl, string id) => $"item\n{feedUrl}\n{id}";

    // An aggregator shows one article twice, under one title; a page of the latest news has another each time, or none.
    private static bool AreSeveral(IReadOnlyList<string?> titles) =>
        titles.Count > 1 && (titles.Contains(null) || titles.Distinct().Count() > 1);
}
