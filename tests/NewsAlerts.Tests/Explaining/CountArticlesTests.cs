using NewsAlerts.Archive;
using NewsAlerts.Explaining;
using NewsAlerts.Feeds;
using NewsAlerts.Tests.Web.Pages;

namespace NewsAlerts.Tests.Explaining;

public sealed class CountArticlesTests : IDisposable
{
    private readonly ReaderPages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Fact]
    public async Task Run_Query_CountsEachStoryOnceAndOnlyWhatIsSent()
    {
        await StoreAsync(
            Seen("a", days: 3),
            Seen("b", days: 4) with { Quiet = "it was there at the first poll" },
            Seen("c", days: 5) with { IsPrivate = true },
            Seen("d", days: 6, title: "Rain in the north"),
            Seen("e", days: 12),
            Seen("a", days: 11),
            Seen("f", days: 29));

        Assert.Equal(new ArticleCount(3, 29), await CountAsync());
    }

    [Fact]
    public async Task Run_Rule_LooksAtWhatItSays()
    {
        await StoreAsync(Seen("a", days: 30, title: "Climate and Taiwan"), Seen("b", days: 2, title: "The climate"), Seen("c", days: 1));

        var count = await _pages.Get<CountArticles>().RunAsync(
            ReaderPages.Subscribed() with { Query = null, Rule = "Climate talks" }, TestContext.Current.CancellationToken);

        Assert.Equal(2, count?.Articles);
    }

    [Theory]
    [InlineData(0.2, null)]
    [InlineData(1.2, 1)]
    [InlineData(300, 30)]
    public async Task Run_ArchiveOfThatAge_SaysOverHowManyDays(double days, int? expected)
    {
        await StoreAsync(Seen("a", days), Seen("b", 0.1));

        Assert.Equal(expected, (await CountAsync())?.Days);
    }

    [Fact]
    public async Task Run_NothingKept_CannotBeSaid() => Assert.Null(await CountAsync());

    [Fact]
    public async Task Run_AskedAgainWithinTheHour_IsNotCountedAgain()
    {
        await StoreAsync(Seen("a", days: 3));
        await CountAsync();
        await StoreAsync(Seen("b", days: 1));

        Assert.Equal(1, (await CountAsync())?.Articles);
        _pages.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, (await CountAsync())?.Articles);
    }

    [Fact]
    public async Task Run_TooManyInAnHour_CannotBeSaidUntilItIsOver()
    {
        await StoreAsync(Seen("a", days: 3));
        for (var i = 0; i < CountArticles.MostAnHour; i++)
        {
            Assert.NotNull(await CountAsync($"Lavrov w{i}"));
        }

        Assert.Null(await CountAsync());
        Assert.NotNull(await CountAsync("Lavrov w0"));
        _pages.Time.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await CountAsync());
    }

    private Task<ArticleCount?> CountAsync(string query = ReaderPages.Query) =>
        _pages.Get<CountArticles>().RunAsync(ReaderPages.Subscribed(query: query), TestContext.Current.CancellationToken);

    // Each in a batch of its own, of the day when it was seen.
    private async Task StoreAsync(params IEnumerable<ArchivedItem> items)
    {
        foreach (var item in items)
        {
            await _pages.Get<ItemArchive>().StoreAsync("one", new ItemBatch([item]), TestContext.Current.CancellationToken);
        }
    }

    private ArchivedItem Seen(string story, double days, string title = "Lavrov speaks of Taiwan") => new()
    {
        Id = $"{story} {days}",
        Story = story,
        FeedUrl = "https://example.org/feed",
        Seen = _pages.Time.GetUtcNow() - TimeSpan.FromDays(days),
        Item = new Item { Title = title },
    };
}
