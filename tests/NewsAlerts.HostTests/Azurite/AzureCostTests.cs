using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsAlerts.AzureStorage;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Configuration;
using NewsAlerts.Tests.Support;
using ConfigurationFile = NewsAlerts.Local.Commands.Configuring.ConfigurationFile;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>
/// What the service asks of a storage account, which bills each operation: measured for one shard of a hundred feeds, and
/// worked out for a day. docs/azure.md repeats what this prints.
/// </summary>
public sealed class AzureCostTests(AzuriteFixture azurite)
{
    private const int MostADay = 500_000;
    private const int FeedsAShard = 100;
    private const int ChangedFeeds = 2;

    private const int MinutesADay = 24 * 60;
    private const int RoundsADay = MinutesADay / 5;
    private const int WatchesADay = MinutesADay / 5;

    // For a change of the configuration: each step behind a queue every 45 s, if it never rests, each timer every minute.
    private const int LooksAMinute = (3 * 60 / 45) + 3;

    // For a change of who has subscribed to what: the step that matches, every 45 s.
    private const int PeopleLooksADay = MinutesADay * 60 / 45;

    // Three queues and their poison, every two seconds: maxPollingInterval in host.json.
    private const int IdlePollsAnInstance = 6 * MinutesADay * 30;

    // What housekeeping does with a batch of items and with a delivery.
    private static readonly OperationCounts Merged = new(new Dictionary<string, int> { ["blob delete"] = 1, ["blob read"] = 1 });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Steps_ShardOfHundredFeeds_TheseOperationsAndFewEnoughADay()
    {
        await using var web = await LocalWeb.StartAsync();
        web.Answer(ManyFeeds.Hook, StatusCodes.Status204NoContent);
        using var installation = new Installation(ManyFeeds.Configuration(web, FeedsAShard, every: "5m", rule: "urgent"));
        var configuration = ConfigurationFile.Load(installation.Config).Result.Configuration;
        Assert.NotNull(configuration);
        var account = StorageAccount.Parse((await azurite.NewAccountAsync()).ConnectionString);
        var time = new ManualTime();
        await using var steps = new AzureSteps(installation.Config, configuration, account, time);

        // Once, so that everything is there: containers, queues, documents, and a destination that was told something.
        ServeNews(web, "urgent 1");
        await RoundAsync(Queues.Polls, Queues.NewItems, Queues.Alerts);
        await steps.LookAsync(Token);

        time.Advance(TimeSpan.FromMinutes(1));
        var tick = await MeasureAsync(() => steps.TickAsync(Token));
        time.Advance(TimeSpan.FromMinutes(1));
        var look = await MeasureAsync(() => steps.LookAsync(Token));
        var people = await MeasureAsync(() => steps.LookForPeopleAsync(Token));
        var watch = await MeasureAsync(() => steps.WatchAsync(Token));
        await steps.HealthAsync(Token);
        var health = await MeasureAsync(() => steps.HealthAsync(Token));
        var steady = await RoundAsync(Queues.Polls) - tick;
        ServeNews(web, "calm 2");
        var news = await RoundAsync(Queues.Polls, Queues.NewItems) - tick;
        ServeNews(web, "urgent 3");
        var delivered = await RoundAsync(Queues.Polls, Queues.NewItems, Queues.Alerts) - tick - news;

        Assert.Equal(2, web.RequestsTo(ManyFeeds.Hook).Count);

        // Three batches of items and two deliveries are merged, and deleted a run later; a third run finds nothing to do.
        var merge = await HousekeepAsync(days: 14) + await HousekeepAsync(days: 1);
        var idle = await HousekeepAsync(days: 1);
        merge = merge - idle - idle - (5 * Merged);
        Print($"each minute        {tick.Total,2}: {tick}");
        Print($"configuration look {look.Total,2}: {look}");
        Print($"subscriptions look {people.Total,2}: {people}");
        Print($"watch of itself    {watch.Total,2}: {watch}");
        Print($"answer of health   {health.Total,2}: {health}");
        Print($"round, unchanged   {steady.Total,2}: {steady}");
        Print($"round, news        {news.Total,2}: {news}");
        Print($"message delivered  {delivered.Total,2}: {delivered}");
        Print($"housekeeping       {idle.Total,2}: {idle}; where it merges, {merge}; for each document, {Merged}");
        var always = (MinutesADay * tick) + (MinutesADay * LooksAMinute * look) + (PeopleLooksADay * people) + (WatchesADay * watch) + (24 * (idle + merge));
        var round = news + Merged;
        delivered += Merged;
        var small = always + (RoundsADay * round);
        var large = always + (100 * RoundsADay * round);
        PrintDay("100 feeds, 20 rules", small, delivered);
        PrintDay("10,000 feeds, 100,000 rules", large, delivered);

        Assert.Equal("blob list 2, blob read 1, blob write 1", tick.ToString());
        Assert.Equal("blob list 1", look.ToString());
        Assert.Equal("blob list 1", people.ToString());
        Assert.Equal("blob list 3, blob read 1", watch.ToString());
        Assert.Equal("blob list 2, blob read 1", health.ToString());
        Assert.Equal("blob read 1, blob write 2, queue delete 1, queue receive 1, queue send 1", steady.ToString());
        Assert.Equal("blob read 3, blob write 4, queue delete 2, queue receive 2, queue send 2", news.ToString());
        Assert.Equal("blob delete 1, blob read 5, blob write 4, queue delete 1, queue receive 1, queue send 1", delivered.ToString());
        Assert.Equal("blob list 8, blob read 5, blob write 1", idle.ToString());
        Assert.Equal("blob read 1, blob write 9", merge.ToString());
        Assert.InRange(large.Total, 1, MostADay);
        AssertTable(small, large);

        async Task<OperationCounts> RoundAsync(params IEnumerable<string> queues)
        {
            time.Advance(TimeSpan.FromMinutes(5));
            await steps.LookForPeopleAsync(Token);
            return await MeasureAsync(async () =>
            {
                await steps.TickAsync(Token);
                foreach (var queue in queues)
                {
                    await steps.WorkAsync(queue, Token);
                }
            });
        }

        Task<OperationCounts> HousekeepAsync(int days)
        {
            time.Advance(TimeSpan.FromDays(days));
            return MeasureAsync(() => steps.HousekeepAsync(Token));
        }

        async Task<OperationCounts> MeasureAsync(Func<Task> work)
        {
            var before = steps.Operations;
            await work();
            return steps.Operations - before;
        }
    }

    /// <summary>A poll costs the same whether it is asked for ahead or when it is due.</summary>
    [Fact]
    public async Task Tick_PollAskedForAhead_OneMessageForBothTicks()
    {
        await using var web = await LocalWeb.StartAsync();
        ServeNews(web, "calm 1");
        using var installation = new Installation(ManyFeeds.Configuration(web, FeedsAShard, every: "5m"));
        var configuration = ConfigurationFile.Load(installation.Config).Result.Configuration;
        Assert.NotNull(configuration);
        var account = StorageAccount.Parse((await azurite.NewAccountAsync()).ConnectionString);
        var time = new ManualTime();
        await using var steps = new AzureSteps(installation.Config, configuration, account, time);
        await steps.TickAsync(Token);
        await steps.WorkAsync(Queues.Polls, Token);

        var sends = new List<int>();
        for (var minute = 1; minute <= 5; minute++)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            var before = steps.Operations;
            await steps.TickAsync(Token);
            sends.Add((steps.Operations - before)["queue send"]);
        }

        Assert.Equal([0, 0, 0, 1, 0], sends);
    }

    [Fact]
    public async Task Steps_AlertForASubscriber_OneReadMoreThanForADestination()
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/feed.xml", new NewsItem("urgent 1", "https://news.example.org/1"));
        using var installation = new Installation($$"""
            settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
            feeds: [{ url: '{{web["/feed.xml"]}}', every: 5m }]
            rules: [{ name: another, when: another, notify: [desk] }]
            destinations: [{ name: desk, type: email, to: desk@example.org }]
            """);
        var configuration = ConfigurationFile.Load(installation.Config).Result.Configuration;
        Assert.NotNull(configuration);
        var account = StorageAccount.Parse((await azurite.NewAccountAsync()).ConnectionString);
        await using var steps = new AzureSteps(installation.Config, configuration, account, new ManualTime());
        await steps.SubscribeAsync("me@example.org", "urgent", Token);
        await steps.TickAsync(Token);
        await steps.WorkAsync(Queues.Polls, Token);
        await steps.WorkAsync(Queues.NewItems, Token);

        var before = steps.Operations;
        await steps.WorkAsync(Queues.Alerts, Token);
        var told = steps.Operations - before;

        Print($"alert for a subscriber, beside one send: {told.Total}: {told}");
        Assert.Equal("blob read 5, blob write 4, queue delete 1, queue receive 1", told.ToString());
    }

    private static void ServeNews(LocalWeb web, string title)
    {
        for (var feed = 0; feed < FeedsAShard; feed++)
        {
            var article = feed < ChangedFeeds ? title : "calm";
            web.Serve(ManyFeeds.PathOf(feed), new NewsItem(article, $"https://news.example.org/{feed}/{article.Replace(' ', '-')}"));
        }
    }

    private static void AssertTable(OperationCounts small, OperationCounts large)
    {
        var table = RepositoryFile.Read("docs/azure.md");
        Assert.All(
            [
                Row("blobs: lists", small["blob list"], large["blob list"]),
                Row("blobs: reads", small["blob read"], large["blob read"]),
                Row("blobs: writes", small["blob write"], large["blob write"]),
                Row("blobs: deletes (free)", small["blob delete"], large["blob delete"]),
                Row("queues: sends, receives, deletes", OfQueues(small), OfQueues(large)),
                FormattableString.Invariant($"| **in all** | **{small.Total:N0}** | **{large.Total:N0}** |"),
                FormattableString.Invariant($" | {IdlePollsAnInstance:N0} | {IdlePollsAnInstance:N0} |"),
            ],
            row => Assert.Contains(row, table, StringComparison.Ordinal));

        static string Row(string name, int small, int large) => FormattableString.Invariant($"| {name} | {small:N0} | {large:N0} |");

        static int OfQueues(OperationCounts counts) => counts["queue send"] + counts["queue receive"] + counts["queue delete"];
    }

    private static void PrintDay(string size, OperationCounts counts, OperationCounts delivered)
    {
        Print($"{size}: {counts.Total:N0} operations a day");
        foreach (var kind in counts.Counts.Keys.Order(StringComparer.Ordinal))
        {
            Print($"  {kind,-14} {counts[kind],8:N0}");
        }

        Print($"  and {delivered.Total} for each message that is delivered; idle queue polls, apart: at most {IdlePollsAnInstance:N0}");
    }

    private static void Print(FormattableString line) =>
        TestContext.Current.TestOutputHelper?.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
