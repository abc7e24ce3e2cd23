using System.Collections.Frozen;

namespace NewsAlerts.Feeds.Markup;

/// <summary>Which vocabulary a namespace name, or an undeclared prefix, stands for.</summary>
internal static class Vocabularies
{
    // Without scheme and closing slash or hash: publishers get those wrong more often than the rest.
    private static readonly FrozenDictionary<string, Vocabulary> ByNamespace = new Dictionary<string, Vocabulary>
    {
        [""] = Vocabulary.Core,
        ["purl.org/rss/1.0"] = Vocabulary.Core,
        ["my.netscape.com/rdf/simple/0.9"] = Vocabulary.Core,
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = Vocabulary.Core,
        ["channel.netscape.com/rdf/simple/0.9"] = Vocabulary.Core,
        ["purl.org/net/rss1.1"] = Vocabulary.Core,
        ["blogs.law.harvard.edu/tech/rss"] = Vocabulary.Core,
        ["cyber.law.harvard.edu/rss"] = Vocabulary.Core,
        ["www.w3.org/2005/atom"] = Vocabulary.Atom,
        ["purl.org/atom/ns"] = Vocabulary.Atom,
        ["www.w3.org/1999/02/22-rdf-syntax-ns"] = Vocabulary.Rdf,
        ["purl.org/dc/elements/1.1"] = Vocabulary.DublinCore,
        ["purl.org/dc/elements/1.0"] = Vocabulary.DublinCore,
        ["purl.org/dc/terms"] = Vocabulary.DublinCoreTerms,
        ["purl.org/rss/1.0/modules/dcterms"] = Vocabulary.DublinCoreTerms,
        ["purl.org/rss/1.0/modules/content"] = Vocabulary.Content,
        ["search.yahoo.com/mrss"] = Vocabulary.Media,
        ["www.itunes.com/dtds/podcast-1.0.dtd"] = Vocabulary.Itunes,
        ["example.com/dtds/podcast-1.0.dtd"] = Vocabulary.Itunes,
        ["www.google.com/schemas/play-podcasts/1.0"] = Vocabulary.GooglePlay,
        ["www.w3.org/1999/xhtml"] = Vocabulary.Xhtml,
        ["rssnamespace.org/feedburner/ext/1.0"] = Vocabulary.FeedBurner,
        ["purl.org/rss/1.0/modules/syndication"] = Vocabulary.Syndication,
        ["turbo.yandex.ru"] = Vocabulary.Turbo,
        ["www.w3.org/xml/1998/namespace"] = Vocabulary.Xml,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Vocabulary> ByPrefix = new Dictionary<string, Vocabulary>
    {
        ["rss"] = Vocabulary.Core,
        ["atom"] = Vocabulary.Atom,
        ["atom10"] = Vocabulary.Atom,
        ["a10"] = Vocabulary.Atom,
        ["rdf"] = Vocabulary.Rdf,
        ["dc"] = Vocabulary.DublinCore,
        ["dcterms"] = Vocabulary.DublinCoreTerms,
        ["content"] = Vocabulary.Content,
        ["media"] = Vocabulary.Media,
        ["itunes"] = Vocabulary.Itunes,
        ["googleplay"] = Vocabulary.GooglePlay,
        ["xhtml"] = Vocabulary.Xhtml,
        ["feedburner"] = Vocabulary.FeedBurner,
        ["sy"] = Vocabulary.Syndication,
        ["turbo"] = Vocabulary.Turbo,
        ["xml"] = Vocabulary.Xml,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static Vocabulary OfNamespace(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        var scheme = name.IndexOf("://");
        var bare = (scheme < 0 ? name : name[(scheme + 3)..]).TrimEnd("/#");
        if (ByNamespace.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(bare, out var vocabulary))
        {
            return vocabulary;
        }

        // UserLand gave RSS 2.0 several names over the years: rss2, RSS2, rss191…
        return bare.StartsWith("backend.userland.com/", StringComparison.OrdinalIgnoreCase)
            ? Vocabulary.Core
            : Vocabulary.Other;
    }

    /// <summary>What a prefix that no element declares means by custom; null where custom knows none.</summary>
    public static Vocabulary? OfUndeclaredPrefix(ReadOnlySpan<char> prefix) =>
        ByPrefix.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(prefix, out var vocabulary) ? vocabulary : null;
}
