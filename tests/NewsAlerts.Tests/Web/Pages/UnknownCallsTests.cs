using System.Net;
using NewsAlerts.Tests.Support;
using NewsAlerts.Web.Pages;

namespace NewsAlerts.Tests.Web.Pages;

public class UnknownCallsTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Add_OneTooMany_HoldsForTheRestOfTheMinuteAndForThatNetworkAlone()
    {
        var calls = new UnknownCalls(_time);
        for (var i = 0; i < UnknownCalls.MostAMinute; i++)
        {
            Assert.False(calls.AreTooMany(IPAddress.Parse("198.51.100.7")));
            calls.Add(IPAddress.Parse("198.51.100.7"));
        }

        Assert.True(calls.AreTooMany(IPAddress.Parse("198.51.100.7")));
        Assert.False(calls.AreTooMany(IPAddress.Parse("198.51.100.8")));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(calls.AreTooMany(IPAddress.Parse("198.51.100.7")));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(50_000)]
    public void Add_ManyInventedCallers_RefusesNobodyElse(int callers)
    {
        var calls = new UnknownCalls(_time);
        for (var i = 0; i < callers; i++)
        {
            calls.Add(new IPAddress([10, (byte)(i >> 16), (byte)(i >> 8), (byte)i]));
        }

        Assert.False(calls.AreTooMany(IPAddress.Parse("198.51.100.7")));
        Assert.False(calls.AreTooMany(null));
    }

    [Fact]
    public async Task Answer_HubThatGuesses_IsToldToWait()
    {
        using var pages = new ReaderPages();
        var statuses = new List<int>();
        for (var i = 0; i <= UnknownCalls.MostAMinute; i++)
        {
            statuses.Add((await pages.AnswerAsync("POST", $"/websub/{i}/x", "", "application/rss+xml")).Status);
        }

        Assert.Equal([410, 429], statuses.Distinct());
        Assert.Equal(429, statuses[^1]);
        Assert.Equal(410, (await pages.AnswerAsync("POST", "/websub/a/x", "", "application/rss+xml", from: "198.51.100.8")).Status);
    }
}
