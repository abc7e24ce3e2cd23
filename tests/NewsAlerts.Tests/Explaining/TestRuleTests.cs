using NewsAlerts.Archive;
using NewsAlerts.Configuration;
using NewsAlerts.Explaining;
using NewsAlerts.Feeds;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Explaining;

public sealed class TestRuleTests : IDisposable
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private readonly TestService _service = new(
        new AlertsConfiguration
        {
            Feeds =
            [
                new Feed { Url = "https://a.example/feed", Name = "A", Tags = ["asia"], Every = TimeSpan.FromMinutes(5) },
                new Feed { Url = "https://b.example/feed", Name = "B", Every = TimeSpan.FromMinutes(5) },
            ],
        },
        new RecordingChannel());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Run_SameArticleInTwoFeeds_OneAlert()
    {
        await StoreAsync("a", 3, "Taiwan talks", "https://news.example/1?utm_source=a");
        await StoreAsync("b", 2, "Taiwan talks", "https://news.example/1");
        await StoreAsync("b", 1, "Taiwan Talks", "https://other.example/2");

        var test = await TestAsync("taiwan");

        Assert.Equal((3, 3, 2, 1), (test.Items, test.Matches, test.Alerts, test.Stories));
        Assert.Equal([(11, 1), (12, 0), (13, 1), (14, 0)], test.Days.Select(day => (day.Day.Day, day.Alerts)));
        Assert.Equal(["B", "A"], test.Newest.Select(found => found.Feed));
    }

    [Fact]
    public async Task Run_OldAtTheFirstPoll_ShownAndNotCounted()
    {
        await StoreAsync("a", 2, "Taiwan talks", "https://news.example/1", quiet: "it was old");
        await StoreAsync("b", 1, "Taiwan talks", "https://news.example/1");

        var test = await TestAsync("taiwan");

        Assert.Equal((2, 1, 1), (test.Matches, test.Quiet, test.Alerts));
        Assert.Equal("it was old", Assert.Single(test.Newest).Item.Quiet);
    }

    [Fact]
    public async Task Run_ChosenFeeds_OnlyTheirs()
    {
        await StoreAsync("a", 2, "Taiwan talks", "https://news.example/1");
        await StoreAsync("b", 1, "Taiwan again", "https://news.example/2");

        var test = await TestAsync("taiwan", "asia");

        Assert.Equal("Taiwan talks", Assert.Single(test.Newest).Item.Item.Title);
        Assert.Equal(1, test.Items);
    }

    [Fact]
    public async Task Run_ManyMatches_TheNewestTwenty()
    {
        for (var number = 0; number < 30; number++)
        {
            await StoreAsync("a", 29 - number, $"Taiwan {number}", $"https://news.example/{number}");
        }

        var test = await TestAsync("taiwan");

        Assert.Equal(Enumerable.Range(10, 20).Reverse().Select(number => $"Taiwan {number}"), test.Newest.Select(found => found.Item.Item.Title));
        Assert.Equal(30, test.Alerts);
    }

    [Fact]
    public async Task Run_WordsBeside_ThoseThatAreRareElsewhere()
    {
        for (var number = 0; number < 40; number++)
        {
            await StoreAsync("a", 20, $"The minister said no, {2000 + number}", $"https://news.example/a{number}");
            await StoreAsync("a", 20, $"What people said of the match, {3000 + number}", $"https://news.example/b{number}");
        }

        for (var number = 0; number < 10; number++)
        {
            await StoreAsync("a", 20, $"The jaguar {(number < 6 ? "Car" : "of the forest")} was said to be new", $"https://news.example/c{number}");
        }

        var test = await TestAsync("jaguar");

        Assert.Equal([("new", 10), ("was", 10), ("Car", 6), ("forest", 4)], test.Beside.Select(word => (word.Word, word.Items)));
    }

    [Fact]
    public async Task Run_YoungArchive_FromItsBegin()
    {
        await StoreAsync("a", 2, "Taiwan talks", "https://news.example/1");

        var test = await TestAsync("taiwan");

        Assert.Equal(_service.Time.GetUtcNow().AddDays(-2), test.ArchiveBegins);
        Assert.Equal(test.ArchiveBegins, test.From);
    }

    [Fact]
    public async Task Run_ArchiveOfOneDay_FromItsFirstItem()
    {
        for (var minutes = 0; minutes < 10; minutes++)
        {
            await StoreAsync("a", 2, $"Taiwan talks, part {minutes}", $"https://news.example/{minutes}", minutesLater: minutes);
        }

        var test = await TestAsync("taiwan");

        Assert.Equal(_service.Time.GetUtcNow().AddDays(-2), test.ArchiveBegins);
        Assert.Equal(10, test.Matches);
    }

    [Fact]
    public async Task Run_EmptyArchive_SaysSo()
    {
        var test = await TestAsync("taiwan");

        Assert.Null(test.ArchiveBegins);
        Assert.Equal((0, 0), (test.Items, test.Alerts));
    }

    private Task<RuleTest> TestAsync(string query, params string[] feeds) => _service.Get<TestRule>().RunAsync(
        QueryParser.Parse(query).Query ?? throw new ArgumentException(query), feeds, Month, Token);

    private async Task StoreAsync(string site, int daysAgo, string title, string link, string? quiet = null, int minutesLater = 0)
    {
        var item = new Item { Title = title, Link = link };
        await _service.Get<ItemArchive>().StoreAsync(
            "0001",
            new ItemBatch([new ArchivedItem
            {
                Id = ItemId.Of(item),
                Story = $"link\n{CanonicalLink.Of(link)}",
                FeedUrl = $"https://{site}.example/feed",
                Seen = _service.Time.GetUtcNow().AddDays(-daysAgo).AddMinutes(minutesLater),
                Quiet = quiet,
                Item = item,
            }]),
            Token);
    }
}
