using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>What must hold however often the process is killed: nothing is lost, and nothing is told twice.</summary>
public sealed class KillTests
{
    private const int Kills = 20;
    private const int Stories = 480;

    /// <summary>Each story is in two feeds, by the same link.</summary>
    private const int Feeds = 12;

    private const int StoriesAFeed = Stories * 2 / Feeds;

    private static readonly string[] Receivers = ["/desk", "/archive"];

    // So long that a message carries few of them, and every life has several to send.
    private static readonly string Teaser = string.Concat(Enumerable.Repeat("As told before, there is more to tell. ", 80));

    private readonly Random _random = new(20260301);

    private int _life = 1;

    [Fact]
    public async Task Run_KilledTwentyTimes_NothingLostAndOnlyWhatWasInFlightRepeats()
    {
        var token = TestContext.Current.CancellationToken;
        await using var web = await LocalWeb.StartAsync();
        ServeGrowingFeeds(web);
        foreach (var receiver in Receivers)
        {
            web.Answer(receiver, _ => Task.Delay(20, token));
        }

        using var installation = new Installation(Configuration(web));
        var inFlight = Receivers.ToDictionary(receiver => receiver, _ => new HashSet<int>());
        for (; _life <= Kills; _life++)
        {
            await LiveAndBeKilledAsync(installation, token);
            foreach (var receiver in Receivers)
            {
                inFlight[receiver].Add(web.RequestsTo(receiver).Count - 1);
            }
        }

        await FinishAsync(installation, web, token);

        Assert.Empty(await installation.PoisonAsync(token));
        foreach (var receiver in Receivers)
        {
            AssertComplete(web.RequestsTo(receiver));
            AssertRepeated(web.RequestsTo(receiver), inFlight[receiver]);
        }
    }

    // Every other life is counted from the start of the work, so that a slow machine is not killed while it starts alone.
    private async Task LiveAndBeKilledAsync(Installation installation, CancellationToken token)
    {
        await using var program = installation.Run();
        if (_life % 2 == 0)
        {
            await program.WaitForOutputAsync("Watching", token);
        }

        await Task.Delay(_random.Next(0, 1000), token);
        await program.KillAsync(token);

        // The receiver reads what the dead process has still sent.
        await Task.Delay(50, token);
    }

    private static async Task FinishAsync(Installation installation, LocalWeb web, CancellationToken token)
    {
        await using (var program = installation.Run())
        {
            await program.WaitForOutputAsync("Watching", token);
            await Eventually.TrueAsync(
                () => Array.TrueForAll(Receivers, receiver => AlertIds(web.RequestsTo(receiver)).Distinct().Count() == Stories),
                token);
            await program.InterruptAsync(token);
            Assert.Equal(0, await program.WaitAsync(token));
        }

        Assert.Equal(0, (await installation.RunOnceAsync(token)).ExitCode);
    }

    private static void AssertComplete(IReadOnlyList<ReceivedRequest> requests)
    {
        var links = requests.SelectMany(request => request.Links()).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(0, Stories).Select(LinkOf).Order(StringComparer.Ordinal), links);
        Assert.Equal(Stories, AlertIds(requests).Distinct().Count());
    }

    private static void AssertRepeated(IReadOnlyList<ReceivedRequest> requests, HashSet<int> inFlight)
    {
        var deliveries = requests.Index().GroupBy(entry => entry.Item.Headers["webhook-id"]).ToList();
        foreach (var delivery in deliveries)
        {
            var attempts = delivery.ToList();
            Assert.All(attempts.SkipLast(1), attempt => Assert.Contains(attempt.Index, inFlight));
            Assert.All(attempts, attempt => Assert.Equal(attempts[0].Item.Body, attempt.Item.Body));
        }

        // Told once within a delivery, and by no other delivery.
        Assert.Equal(Stories, deliveries.Sum(delivery => delivery.First().Item.AlertIds().Count));
    }

    private static IEnumerable<string> AlertIds(IEnumerable<ReceivedRequest> requests) =>
        requests.SelectMany(request => request.AlertIds());

    private static string LinkOf(int story) => $"https://news.example.org/{story}";

    // Every life finds a few stories more in every feed.
    private void ServeGrowingFeeds(LocalWeb web)
    {
        for (var feed = 0; feed < Feeds; feed++)
        {
            var path = $"/{feed}.xml";
            var first = feed / 2 * StoriesAFeed;
            var items = Enumerable.Range(first, StoriesAFeed)
                .Select(story => new NewsItem($"Story {story}", LinkOf(story)) { Guid = $"{path}-{story}", Description = Teaser })
                .ToList();
            web.Answer(path, context =>
                context.Response.WriteAsync(NewsItem.ToRss(items.Take(StoriesAFeed * _life / Kills))));
        }
    }

    private static string Configuration(LocalWeb web)
    {
        var feeds = Enumerable.Range(0, Feeds).Select(feed => $"  - {{ url: '{web[$"/{feed}.xml"]}', every: 1s }}");
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
}
