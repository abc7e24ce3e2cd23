using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Support;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>What a round costs in operations of the storage account, which are what it bills.</summary>
public sealed class AzureCostTests(AzuriteFixture azurite)
{
    private const int Feeds = 100;
    private const int ItemsAFeed = 30;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunOnce_HundredFeeds_FewOperations()
    {
        await using var web = await LocalWeb.StartAsync();
        web.Answer("/hook", StatusCodes.Status204NoContent);
        for (var feed = 0; feed < Feeds; feed++)
        {
            web.Serve($"/{feed}.xml", [.. Enumerable.Range(0, ItemsAFeed).Select(item =>
                new NewsItem($"News {item} of {feed}", $"https://news.example.org/{feed}/{item}"))]);
        }

        var account = await azurite.NewAccountAsync();
        using var installation = new Installation(Configuration(web), account.ConnectionString);

        var started = TimeProvider.System.GetTimestamp();
        var first = await installation.RunOnceAsync(Token);
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        var everythingNew = account.CountOperations();
        var second = await installation.RunOnceAsync(Token);
        var nothingNew = account.CountOperations();
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("100 polls, 0 failed; 0 new items", second.Output, StringComparison.Ordinal);
        var deliveries = web.RequestsTo("/hook").Count;
        Print($"{elapsed.TotalSeconds:0.0} s, {deliveries} deliveries");
        foreach (var (kind, count) in nothingNew)
        {
            Print($"{kind,-14} {everythingNew.GetValueOrDefault(kind),6} {count - everythingNew.GetValueOrDefault(kind),6}");
        }

        Assert.Equal(Feeds * ItemsAFeed, web.RequestsTo("/hook").SelectMany(request => request.AlertIds()).Distinct().Count());
        Assert.InRange(everythingNew.Values.Sum(), 1, 200 + (8 * deliveries));
        Assert.InRange(nothingNew.Values.Sum() - everythingNew.Values.Sum(), 1, 60);
    }

    private static void Print(FormattableString line) =>
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(line));

    private static string Configuration(LocalWeb web) => $$"""
        settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
        feeds:
        {{string.Join('\n', Enumerable.Range(0, Feeds).Select(feed => $"  - {{ url: '{web[$"/{feed}.xml"]}', every: 1s }}"))}}
        rules:
          - { name: News, when: news, notify: [desk] }
        destinations:
          - { name: desk, type: webhook, url: '{{web["/hook"]}}' }
        """;
}
