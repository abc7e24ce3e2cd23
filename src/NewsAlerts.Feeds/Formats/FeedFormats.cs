namespace NewsAlerts.Feeds.Formats;

/// <summary>Every format that feeds are read in.</summary>
internal static class FeedFormats
{
    public static readonly IReadOnlyList<IFeedFormat> All =
    [
        new RssFormat(),
        new RdfFormat(),
        new AtomFormat(),
        new JsonFeedFormat(),
    ];
}
