using NewsAlerts.Polling.Pace;

namespace NewsAlerts.Tests.Polling.Pace;

public class RefusalsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);

    private readonly Refusals _refusals = new([], address => address.Contains("own.example", StringComparison.Ordinal));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Enter_ThreeFeedsOfTheDomainRefused_TheLatestTime()
    {
        await RefuseAsync("https://a.news.example/1", 20);
        await RefuseAsync("https://b.news.example/2", 40);
        Assert.Null(await UntilAsync("https://d.news.example/"));

        await RefuseAsync("https://c.news.example/3", 30);

        Assert.Equal(Now.AddMinutes(40), await UntilAsync("https://d.news.example/"));
        Assert.Null(await UntilAsync("https://other.example/"));
        Assert.Null(await UntilAsync("https://d.news.example/", Now.AddMinutes(20)));
    }

    [Fact]
    public async Task Enter_OneFeedRefusedThreeTimes_ItsOwnMatter()
    {
        await RefuseAsync("https://news.example/1", 20);
        await RefuseAsync("https://news.example/1", 30);
        await RefuseAsync("https://news.example/1", 40);

        Assert.Null(await UntilAsync("https://news.example/2"));
    }

    [Fact]
    public async Task Enter_AnotherFeedAnsweredInBetween_NobodyWaits()
    {
        await RefuseAsync("https://news.example/1", 20);
        await RefuseAsync("https://news.example/2", 20);
        using (var turn = await EnterAsync("https://news.example/3"))
        {
            turn.Answer("https://news.example/3");
        }

        await RefuseAsync("https://news.example/4", 20);
        await RefuseAsync("https://news.example/5", 20);

        Assert.Null(await UntilAsync("https://news.example/6"));
        Assert.Equal(["news.example"], _refusals.Answered);
        Assert.Equal(2, _refusals.New.Count);
    }

    [Fact]
    public async Task Enter_TwoRefused_TheNextAsksAloneAndTheOthersHearWhatCame()
    {
        await RefuseAsync("https://news.example/1", 20);
        await RefuseAsync("https://news.example/2", 20);
        var alone = await EnterAsync("https://news.example/3");
        var (second, third) = (EnterAsync("https://news.example/4"), EnterAsync("https://news.example/5"));
        Assert.False(second.IsCompleted || third.IsCompleted);

        alone.Refuse("https://news.example/3", "https://news.example/3", Now, TimeSpan.FromMinutes(30));
        alone.Dispose();

        Assert.Equal(Now.AddMinutes(30), (await second).Until);
        Assert.Equal(Now.AddMinutes(30), (await third).Until);
    }

    [Fact]
    public async Task Enter_TwoBlogsOfOneService_TwoDomains()
    {
        await RefuseAsync("https://one.github.io/feed", 20);
        await RefuseAsync("https://two.github.io/feed", 20);
        await RefuseAsync("https://three.github.io/feed", 20);

        Assert.Null(await UntilAsync("https://four.github.io/feed"));
    }

    [Fact]
    public async Task Enter_HostOfOurOwn_NeverWaits()
    {
        await RefuseAsync("https://own.example/1", 20);
        await RefuseAsync("https://own.example/2", 20);
        await RefuseAsync("https://own.example/3", 20);

        Assert.Null(await UntilAsync("https://own.example/4"));
    }

    [Fact]
    public async Task Enter_KnownFromAnotherShard_CountsUntilTheDomainAnswers()
    {
        var refusals = new Refusals(
            [.. Enumerable.Range(1, 3).Select(feed => new Refusal("news.example", $"{feed}", Now.AddMinutes(20)))], _ => false);
        using var turn = await refusals.EnterAsync("https://other.example/", Now, Token);
        Assert.Equal(Now.AddMinutes(20), (await refusals.EnterAsync("https://news.example/", Now, Token)).Until);
        Assert.Empty(refusals.New);

        turn.Answer("https://news.example/");

        Assert.Null((await refusals.EnterAsync("https://news.example/", Now, Token)).Until);
    }

    [Fact]
    public async Task Refuse_ForAWeek_TheOthersWaitForADay()
    {
        await RefuseAsync("https://news.example/1", 7 * 24 * 60);
        await RefuseAsync("https://news.example/2", 7 * 24 * 60);
        await RefuseAsync("https://news.example/3", 7 * 24 * 60);

        Assert.Equal(Now.AddDays(1), await UntilAsync("https://news.example/4"));
    }

    private Task<Refusals.Turn> EnterAsync(string url) => _refusals.EnterAsync(url, Now, Token);

    private async Task<DateTimeOffset?> UntilAsync(string url, DateTimeOffset? now = null)
    {
        using var turn = await _refusals.EnterAsync(url, now ?? Now, Token);
        return turn.Until;
    }

    private async Task RefuseAsync(string url, int minutes)
    {
        using var turn = await EnterAsync(url);
        turn.Refuse(url, url, Now, TimeSpan.FromMinutes(minutes));
    }
}
