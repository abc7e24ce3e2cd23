namespace NewsAlerts.Feeds.Markup;

/// <summary>The vocabulary that an element's or attribute's name belongs to, whatever its prefix.</summary>
internal enum Vocabulary
{
    /// <summary>No namespace, one of RSS's own, or an unknown default namespace.</summary>
    Core,
    Atom,
    Rdf,
    DublinCore,
    DublinCoreTerms,
    Content,
    Media,
    Itunes,
    GooglePlay,
    Xhtml,
    FeedBurner,
    Syndication,
    Turbo,
    Xml,
    Other,
}
