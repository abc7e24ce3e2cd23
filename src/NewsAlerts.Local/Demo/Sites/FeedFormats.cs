namespace NewsAlerts.Local.Demo.Sites;

/// <summary>The formats that a site's feed may have.</summary>
internal static class FeedFormats
{
    private static readonly Dictionary<string, IFeedFormat> All = new()
    {
        ["rss"] = new RssFormat(),
        ["rdf"] = new RdfFormat(),
        ["atom"] = new AtomFormat(),
        ["json"] = new JsonFeedFormat(),
    };

    /// <summary>The format of a site's feed.</summary>
    public static IFeedFormat Of(Site site) => All[site.Format];
}
