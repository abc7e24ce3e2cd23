using NewsAlerts.Feeds;
using NewsAlerts.Feeds.Html;
using NewsAlerts.Http;
using NewsAlerts.Polling.Asking;

namespace NewsAlerts.Polling.Finding;

/// <summary>
/// Finds the feeds of a site: the address itself where it is one, else those that its page links to, else one at the usual
/// places. It asks one after the other, and no more than it must.
/// </summary>
internal sealed class FeedFinder(FeedClient client, HostGate gate)
{
    private const int MostLinks = 8;

    private static readonly string[] UsualPaths =
        ["/feed", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/rss", "/feed.json"];

    /// <summary>The address as a person means it: https where no scheme is said.</summary>
    public static string WithScheme(string address) =>
        address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}";

    /// <summary>Looks for feeds. What the site does wrong is in the answer; only cancellation throws.</summary>
    /// <param name="address">The address of the site, of a page or of a feed; https is meant where it has no scheme.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<FoundFeeds> FindAsync(string address, CancellationToken cancellationToken)
    {
        var url = WithScheme(address);
        var fetched = await FetchAsync(url, cancellationToken);
        if (fetched.Outcome != FetchOutcome.Fetched)
        {
            return FoundFeeds.None($"{url}: {fetched.Error}");
        }

        var parsed = FeedParser.Parse(fetched.Body, fetched.Source);
        if (parsed.IsFeed)
        {
            return new FoundFeeds([new FoundFeed(url, parsed.Document)], null);
        }

        var page = fetched.Source.Address ?? new Uri(url);
        var links = HtmlPage.Read(fetched.Body.Span, fetched.Source)?.FeedLinks() ?? [];
        var linked = await TryAsync(links.Take(MostLinks), page, stopAtFirst: false, cancellationToken);
        if (linked.Count > 0)
        {
            return new FoundFeeds(linked, null);
        }

        var guessed = await TryAsync(UsualPlaces(page).Except(links), page, stopAtFirst: true, cancellationToken);
        return guessed.Count > 0
            ? new FoundFeeds(guessed, null)
            : FoundFeeds.None($"{url}: {parsed.Error} None is at the usual places either: {string.Join(", ", UsualPaths)}");
    }

    // Many blogs have a feed below each of their pages, and their own below their front page.
    private static IEnumerable<string> UsualPlaces(Uri page)
    {
        var own = page.AbsolutePath == "/" ? [] : new[] { $"{page.AbsolutePath.TrimEnd('/')}/feed" };
        return own.Concat(UsualPaths).Select(path => new Uri(page, path).AbsoluteUri);
    }

    private async Task<IReadOnlyList<FoundFeed>> TryAsync(
        IEnumerable<string> addresses, Uri page, bool stopAtFirst, CancellationToken cancellationToken)
    {
        var found = new List<FoundFeed>();
        foreach (var address in addresses)
        {
            var fetched = await FetchAsync(address, cancellationToken, page);
            if (fetched.Outcome == FetchOutcome.Fetched
                && FeedParser.Parse(fetched.Body, fetched.Source).Document is { } document)
            {
                found.Add(new FoundFeed(address, document));
            }

            if (stopAtFirst && found.Count > 0)
            {
                break;
            }
        }

        return found;
    }

    private async Task<FetchResult> FetchAsync(string url, CancellationToken cancellationToken, Uri? page = null)
    {
        using var place = await gate.EnterAsync(WebAddress.HostOf(url), cancellationToken);
        return await client.FetchAsync(new FeedRequest(url) { NamedBy = page?.AbsoluteUri }, cancellationToken);
    }
}
