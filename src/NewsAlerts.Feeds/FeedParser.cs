using NewsAlerts.Feeds.Formats;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.Feeds;

/// <summary>Reads a feed document of any format that is known.</summary>
public static class FeedParser
{
    /// <summary>
    /// Reads a document. Whatever its bytes are, the answer is a feed, malformed perhaps, or a sentence that says what
    /// the document is instead; nothing is thrown or fetched, and nothing is longer than <see cref="FeedLimits"/> says.
    /// </summary>
    public static FeedParseResult Parse(ReadOnlyMemory<byte> document, FeedSource source)
    {
        var read = new SourceDocument(DocumentDecoder.Decode(document.Span, source.ContentType), source);
        if (read.Markup is not { Refusal: not null })
        {
            foreach (var format in FeedFormats.All)
            {
                if (format.Read(read) is { } feed)
                {
                    return FeedParseResult.Feed(FeedLimits.Apply(feed));
                }
            }
        }

        return FeedParseResult.NotAFeed(FeedLimits.Cut(NotAFeed.Describe(read), FeedLimits.Reason));
    }
}
