namespace NewsAlerts.Local.Demo.Sites;

/// <summary>The formats that a site's feed may have.</summary>
internal static class DemoFormats
{
    private static readonly Dictionary<string, IDemoFormat> All = new()
    {
        ["rss"] = new DemoRss(),
        ["rdf"] = new DemoRdf(),
        ["atom"] = new DemoAtom(),
        ["json"] = new DemoJsonFeed(),
    };

    /// <summary>The format of a site's feed.</summary>
    public static IDemoFormat Of(Site site) => All[site.Format];
}
