using NewsAlerts.Feeds;

namespace NewsAlerts.Tests.Feeds;

public class RefusalsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Until_TwoFeedsOfTheDomainRefused_TheLaterTime()
    {
        var refusals = new Refusals([]);
        refusals.Add("https://a.news.example/1", "https://a.news.example/1", Now.AddMinutes(20));
        Assert.Null(refusals.Until("https://c.news.example/", Now));

        refusals.Add("https://b.news.example/2", "https://b.news.example/2", Now.AddMinutes(40));

        Assert.Equal(Now.AddMinutes(40), refusals.Until("https://c.news.example/", Now));
        Assert.Null(refusals.Until("https://other.example/", Now));
        Assert.Null(refusals.Until("https://c.news.example/", Now.AddMinutes(30)));
    }

    [Fact]
    public void Until_OneFeedRefusedTwice_ItsOwnMatter()
    {
        var refusals = new Refusals([]);
        refusals.Add("https://a.news.example/1", "https://a.news.example/1", Now.AddMinutes(20));
        refusals.Add("https://a.news.example/1", "https://b.news.example/1", Now.AddMinutes(40));

        Assert.Null(refusals.Until("https://a.news.example/2", Now));
    }

    [Fact]
    public void Until_TwoBlogsOfOneService_TwoDomains()
    {
        var refusals = new Refusals([]);
        refusals.Add("https://one.github.io/feed", "https://one.github.io/feed", Now.AddMinutes(20));
        refusals.Add("https://two.github.io/feed", "https://two.github.io/feed", Now.AddMinutes(20));

        Assert.Null(refusals.Until("https://three.github.io/feed", Now));
    }

    [Fact]
    public void Until_KnownFromAnotherShard_CountsAndEndsAfterADay()
    {
        var refusals = new Refusals(
        [
            new Refusal("news.example", "1", Now.AddDays(7)),
            new Refusal("news.example", "2", Now.AddDays(7)),
        ]);

        Assert.Equal(Now.AddDays(1), refusals.Until("https://c.news.example/", Now));
        Assert.Empty(refusals.New);
    }
}
