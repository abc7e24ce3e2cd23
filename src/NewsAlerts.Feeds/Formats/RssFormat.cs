using NewsAlerts.Feeds.Markup;

namespace NewsAlerts.Feeds.Formats;

/// <summary>RSS 0.91 to 0.94 and 2.0 (RSS Advisory Board, RSS 2.0 specification), and channels without their root.</summary>
internal sealed class RssFormat : IFeedFormat
{
    public FeedDocument? Read(SourceDocument document)
    {
        var root = document.FindRoot(element => element.Name == "rss")
            ?? document.FindRoot(element => element.Is(Vocabulary.Core, "channel")
                && element.Parent?.Name != "rdf" && element.Children.Any(IsOfRss));
        if (root is null)
        {
            return null;
        }

        var channel = root.Name == "channel" ? root : root.Child(Vocabulary.Core, "channel") ?? root;
        var items = channel.All(Vocabulary.Core, "item");
        if (channel != root)
        {
            items = items.Concat(root.All(Vocabulary.Core, "item"));
        }

        var feed = RssFields.Read(document, FeedFormat.Rss, channel, items);
        return feed with { Malformed = feed.Malformed || channel == root };
    }

    // The Channel Definition Format, which nobody publishes any more, has a root of the same name.
    private static bool IsOfRss(MarkupElement child) =>
        child.Vocabulary == Vocabulary.Core
        && child.Name is ("item" or "link" or "description")
        && child.Attribute("href") is null;
}
