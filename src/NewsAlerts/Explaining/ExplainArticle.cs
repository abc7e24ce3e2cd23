using NewsAlerts.Archive;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Explaining;
using NewsAlerts.Storage;

namespace NewsAlerts.Explaining;

/// <summary>Answers why somebody was told of an article, or was not. It changes nothing.</summary>
internal sealed class ExplainArticle(
    CurrentConfiguration configuration,
    ArchiveSearch search,
    ItemArchive archive,
    TraceAlert trace,
    ExplainSubscribers subscribers,
    ReadStatus status)
{
    private const int MostSightings = 5;
    private const int MostClosest = 3;

    // Of more rules, those that match come first.
    private const int MostRules = 30;

    /// <summary>Explains an article.</summary>
    /// <param name="asked">Its link, its id as webhooks tell it, or words of its title.</param>
    /// <param name="rule">The only rule to explain; null means all of them.</param>
    /// <param name="subscriber">The email address or the id of a subscriber to explain it for; null means none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ArticleExplanation> RunAsync(
        string asked, string? rule, string? subscriber, CancellationToken cancellationToken)
    {
        var isLink = Uri.TryCreate(asked.Trim(), UriKind.Absolute, out var address) && WebAddress.IsWeb(address);
        var found = isLink ? await search.ByLinkAsync(asked, cancellationToken)
            : ItemId.IsOne(asked.Trim()) ? await search.ByIdAsync(asked.Trim(), cancellationToken)
            : await search.ByTitleAsync(asked, cancellationToken);
        var explanation = new ArticleExplanation
        {
            Asked = asked,
            ArchiveBegins = await archive.ReadBeginAsync(cancellationToken),
        };
        if (found.Count == 0)
        {
            var closest = isLink ? [] : await search.ByClosestTitleAsync(asked, MostClosest, cancellationToken);
            return explanation with
            {
                Closest = [.. closest.Select(item => Explain(item.Item, []))],
                Feeds = await ReadFeedsAsync(address?.IdnHost, cancellationToken),
            };
        }

        var items = found.Take(MostSightings).Select(item => item.Item).ToList();
        var rules = Choose(rule, items);
        var sightings = items.Select(item => Explain(item, rules)).ToList();
        return explanation with
        {
            Sightings = sightings,
            Alerts = await TraceAsync(sightings, cancellationToken),
            People = await subscribers.CountAsync(items, cancellationToken),
            Subscriber = subscriber is null ? null : await subscribers.RunAsync(subscriber.Trim(), items, cancellationToken),
            RulesLeftOut = rule is null ? configuration.Snapshot.Configuration.Rules.Count - rules.Count : 0,
        };
    }

    private List<WatchRule> Choose(string? rule, List<ArchivedItem> items)
    {
        var snapshot = configuration.Snapshot;
        if (rule is not null)
        {
            return [.. snapshot.Configuration.Rules.Where(other => other.Name == rule)];
        }

        var matched = items.SelectMany(item => snapshot.Rules.Match(ItemTexts.Of(item, snapshot.FindFeed(item.FeedUrl)), item.FeedUrl)).Distinct().ToList();
        return [.. matched, .. snapshot.Configuration.Rules.Except(matched).Take(MostRules - matched.Count)];
    }

    private Sighting Explain(ArchivedItem item, IReadOnlyList<WatchRule> rules)
    {
        var snapshot = configuration.Snapshot;
        var text = ItemTexts.Of(item, snapshot.FindFeed(item.FeedUrl));
        return new Sighting(
            item,
            snapshot.NameOfFeed(item.FeedUrl, item.FeedTitle),
            [.. rules.Select(rule => new RuleFinding(rule, snapshot.Rules.LooksAt(rule, item.FeedUrl), QueryFindings.Of(rule.Query, text)))]);
    }

    private async Task<IReadOnlyList<AlertTrace>> TraceAsync(
        IReadOnlyList<Sighting> sightings, CancellationToken cancellationToken)
    {
        var traces = new List<AlertTrace>();
        foreach (var story in sightings.GroupBy(sighting => sighting.Item.Story))
        {
            var items = story.Select(sighting => sighting.Item).ToList();
            var matched = story.SelectMany(sighting => sighting.Rules).Where(rule => rule.IsMatch).Select(rule => rule.Rule).Distinct().ToList();
            foreach (var destination in configuration.Snapshot.Configuration.Destinations)
            {
                var rules = matched.Where(rule => rule.Notify.Contains(destination.Name)).Select(rule => rule.Name);
                if (await trace.RunAsync(destination, items, [.. rules], cancellationToken) is { } found)
                {
                    traces.Add(found);
                }
            }
        }

        return traces;
    }

    // Of a link, the feeds of its site; else those that fail, since what they hold cannot have been seen.
    private async Task<IReadOnlyList<FeedStatus>> ReadFeedsAsync(string? host, CancellationToken cancellationToken)
    {
        var feeds = (await status.RunAsync(cancellationToken)).Feeds;
        return [.. feeds.Where(feed => host is null ? feed.Error is not null : SiteOf(WebAddress.HostOf(feed.Url)) == SiteOf(host))];
    }

    // www.example.org, feeds.example.org: near enough to name the feeds that somebody should look at.
    private static string SiteOf(string host)
    {
        var labels = host.Split('.');
        var isRegional = labels is [.., { Length: <= 3 }, { Length: 2 }];
        return string.Join('.', labels.TakeLast(isRegional ? 3 : 2));
    }
}
