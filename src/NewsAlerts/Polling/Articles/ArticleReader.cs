using NewsAlerts.Feeds;
using NewsAlerts.Feeds.Html;
using NewsAlerts.Http;
using NewsAlerts.Polling.Asking;

namespace NewsAlerts.Polling.Articles;

/// <summary>Fetches the pages of articles, and finds their text.</summary>
internal sealed class ArticleReader(FeedClient client, HostGate gate)
{
    private const int LongestType = 100;
    private const string Accepted = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

    /// <summary>Reads an article. Whatever is wrong with it is in what it returns; only cancellation throws.</summary>
    /// <param name="url">The article's address.</param>
    /// <param name="namedBy">The feed's address.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ReadArticle> ReadAsync(string url, string namedBy, CancellationToken cancellationToken)
    {
        using var place = await gate.EnterAsync(WebAddress.HostOf(url), cancellationToken);
        var fetched = await client.FetchAsync(new FeedRequest(url) { Accept = Accepted, NamedBy = namedBy }, cancellationToken);
        if (fetched.Outcome != FetchOutcome.Fetched)
        {
            return new ReadArticle(null, fetched.Error ?? "it is not there")
            {
                IsRefused = fetched.Outcome == FetchOutcome.Refused,
            };
        }

        if (MediaType.Of(fetched.Source.ContentType) is not ("" or "text/html" or "application/xhtml+xml") and var type)
        {
            return new ReadArticle(null, $"it is no page, but {FeedLimits.Cut(type, LongestType)}");
        }

        if (HtmlPage.Read(fetched.Body.Span, fetched.Source) is not { } page)
        {
            return new ReadArticle(null, "its page is larger or deeper than any that people read");
        }

        return ArticleText.Find(page) is { } text
            ? new ReadArticle(text, null)
            : new ReadArticle(null, "its page holds no text of the length of an article");
    }
}
