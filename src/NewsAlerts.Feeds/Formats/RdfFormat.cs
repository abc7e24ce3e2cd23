using NewsAlerts.Feeds.Markup;

namespace NewsAlerts.Feeds.Formats;

/// <summary>RSS 0.90 and 1.0, whose items stand beside the channel in RDF (RDF Site Summary 1.0 §5).</summary>
internal sealed class RdfFormat : IFeedFormat
{
    public FeedDocument? Read(SourceDocument document)
    {
        var root = document.FindRoot(element =>
            element.Name == "rdf" && element.Vocabulary is (Vocabulary.Rdf or Vocabulary.Core));
        if (root is null)
        {
            return null;
        }

        var channel = root.Child(Vocabulary.Core, "channel");
        var items = root.All(Vocabulary.Core, "item").Concat(channel?.All(Vocabulary.Core, "item") ?? []);
        return RssFields.Read(document, FeedFormat.Rdf, channel ?? root, items);
    }
}
