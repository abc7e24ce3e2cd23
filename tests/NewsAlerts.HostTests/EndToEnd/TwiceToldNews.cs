using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>Stories of which each is in two feeds, by the same link, and is told to two receivers.</summary>
/// <param name="web">Where the feeds and the receivers are.</param>
/// <param name="stories">How many stories there are.</param>
internal sealed class TwiceToldNews(LocalWeb web, int stories)
{
    private const int Feeds = 12;

    // So long that a message carries few of them, and there are several to send.
    private static readonly string Teaser = string.Concat(Enumerable.Repeat("As told before, there is more to tell. ", 80));

    /// <summary>The paths of the receivers.</summary>
    public static IReadOnlyList<string> Receivers { get; } = ["/desk", "/archive"];

    /// <summary>The path of a feed that has stories from the start.</summary>
    public static string FirstFeed => PathOf(0);

    private int StoriesAFeed => stories * 2 / Feeds;

    /// <summary>Begins to serve, and to receive.</summary>
    /// <param name="share">How much of it all the feeds show when they are asked: 0 to 1.</param>
    /// <param name="holdsBack">Whether a receiver that is told something does not answer; by default, it takes a moment.</param>
    public void Serve(Func<double> share, Func<string, bool>? holdsBack = null)
    {
        for (var feed = 0; feed < Feeds; feed++)
        {
            var path = PathOf(feed);
            var items = Enumerable.Range(feed / 2 * StoriesAFeed, StoriesAFeed)
                .Select(story => new NewsItem($"Story {story}", LinkOf(story)) { Guid = $"{path}-{story}", Description = Teaser })
                .ToList();
            web.Answer(path, context => context.Response.WriteAsync(NewsItem.ToRss(items.Take((int)(StoriesAFeed * share())))));
        }

        foreach (var receiver in Receivers)
        {
            web.Answer(receiver, context =>
                Task.Delay(holdsBack?.Invoke(receiver) == true ? Timeout.Infinite : 20, context.RequestAborted));
        }
    }

    /// <summary>The configuration: every feed is due every second.</summary>
    public string Configuration()
    {
        var feeds = Enumerable.Range(0, Feeds).Select(feed => $"  - {{ url: '{web[PathOf(feed)]}', every: 1s }}");
        var destinations = Receivers.Select(receiver => $"  - {{ name: {receiver[1..]}, type: webhook, url: '{web[receiver]}' }}");
        return $$"""
            settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
            feeds:
            {{string.Join('\n', feeds)}}
            rules:
              - { name: All, when: story, notify: [desk, archive] }
            destinations:
            {{string.Join('\n', destinations)}}
            """;
    }

    /// <summary>The request that each receiver got last, by its number: what may be in flight now.</summary>
    public Dictionary<string, int> LastRequests() =>
        Receivers.ToDictionary(receiver => receiver, receiver => web.RequestsTo(receiver).Count - 1);

    /// <summary>Whether every receiver was told every story.</summary>
    public bool IsTold() => Receivers.All(receiver => AlertIds(web.RequestsTo(receiver)).Distinct().Count() == stories);

    /// <summary>Every story was told, by one delivery; what is sent again is what was in flight, as it was.</summary>
    /// <param name="inFlight">The requests that may be sent again, by receiver and number.</param>
    public void AssertToldOnce(IReadOnlyList<Dictionary<string, int>> inFlight)
    {
        foreach (var receiver in Receivers)
        {
            var requests = web.RequestsTo(receiver);
            var links = requests.SelectMany(request => request.Links()).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal(Enumerable.Range(0, stories).Select(LinkOf).Order(StringComparer.Ordinal), links);
            Assert.Equal(stories, AlertIds(requests).Distinct().Count());

            var deliveries = requests.Index().GroupBy(entry => entry.Item.Headers["webhook-id"]).Select(delivery => delivery.ToList()).ToList();
            Assert.All(deliveries.SelectMany(attempts => attempts.SkipLast(1)), attempt => Assert.Contains(attempt.Index, inFlight.Select(last => last[receiver])));
            Assert.All(deliveries, attempts => Assert.All(attempts, attempt => Assert.Equal(attempts[0].Item.Body, attempt.Item.Body)));
            Assert.Equal(stories, deliveries.Sum(attempts => attempts[0].Item.AlertIds().Count));
        }
    }

    private static IEnumerable<string> AlertIds(IEnumerable<ReceivedRequest> requests) =>
        requests.SelectMany(request => request.AlertIds());

    private static string PathOf(int feed) => $"/{feed}.xml";

    private static string LinkOf(int story) => $"https://news.example.org/{story}";
}
