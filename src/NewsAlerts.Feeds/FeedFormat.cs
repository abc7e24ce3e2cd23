namespace NewsAlerts.Feeds;

/// <summary>The family of formats that a feed document is written in.</summary>
public enum FeedFormat
{
    /// <summary>RSS 0.90 to 0.94 and 2.0, but for the versions written in RDF.</summary>
    Rss,

    /// <summary>RSS 0.90 and 1.0, written in RDF.</summary>
    Rdf,

    /// <summary>Atom 0.3 and Atom 1.0 (RFC 4287).</summary>
    Atom,

    /// <summary>JSON Feed 1.0 and 1.1.</summary>
    Json,
}
