using NewsAlerts.HostTests.Support;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>Feeds of a local web that all match one rule, for one webhook.</summary>
internal static class ManyFeeds
{
    /// <summary>The path of the webhook.</summary>
    public const string Hook = "/hook";

    /// <summary>The path of a feed, by its number.</summary>
    public static string PathOf(int feed) => $"/{feed}.xml";

    /// <summary>The address of an article, by the numbers of its feed and in it.</summary>
    public static string LinkOf(int feed, int item) => $"https://news.example.org/{feed}/{item}";

    /// <summary>What a feed shows.</summary>
    public static IEnumerable<NewsItem> ItemsOf(int feed, int count) =>
        Enumerable.Range(0, count).Select(item => new NewsItem($"News {item} of {feed}", LinkOf(feed, item)));

    /// <summary>The configuration of so many feeds, and one rule.</summary>
    public static string Configuration(LocalWeb web, int feeds, string every = "1s", string rule = "news") => $$"""
        settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
        feeds:
        {{string.Join('\n', Enumerable.Range(0, feeds).Select(feed => $"  - {{ url: '{web[PathOf(feed)]}', every: {every} }}"))}}
        rules:
          - { name: News, when: {{rule}}, notify: [desk] }
        destinations:
          - { name: desk, type: webhook, url: '{{web[Hook]}}' }
        """;
}
