using System.Net;
using NewsAlerts.Configuration;
using NewsAlerts.Http;
using NewsAlerts.Subscriptions;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Subscriptions;

public class RequestLimitsTests
{
    private readonly ManualTime _time = new();
    private readonly MemoryDocuments _documents = new();

    [Theory]
    [InlineData("198.51.100.7", "198.51.100.7", true)]
    [InlineData("198.51.100.7", "::ffff:198.51.100.7", true)]
    [InlineData("198.51.100.7", "198.51.100.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData(null, null, true)]
    [InlineData(null, "198.51.100.7", false)]
    public async Task Take_OtherAddress_SharesTheLimitOfItsNetwork(string? one, string? other, bool shares)
    {
        await UseUpAsync(one);

        Assert.Equal(shares ? TimeSpan.FromHours(1) : null, await Limits().TakeAsync(Address(other), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Take_AsTimePasses_OneMoreForEachThatIsAnHourOld()
    {
        await UseUpAsync("198.51.100.7", TimeSpan.FromMinutes(1));

        Assert.Equal(TimeSpan.FromMinutes(50), await TakeAsync());
        _time.Advance(TimeSpan.FromMinutes(50));
        Assert.Null(await TakeAsync());
        Assert.Equal(TimeSpan.FromMinutes(1), await TakeAsync());
    }

    [Fact]
    public async Task Take_TwoProcesses_ShareTheLimit()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(TakeAsync)));

        Assert.Equal(RequestLimits.MostAnHour, taken.Count(wait => wait is null));
    }

    [Fact]
    public async Task Documents_HoldNoAddress()
    {
        await UseUpAsync("198.51.100.7");

        var name = Assert.Single(_documents.Names);
        var document = await _documents.ReadAsync(name, TestContext.Current.CancellationToken);
        Assert.Matches("^limits/[0-9a-f]{32}$", name);
        Assert.DoesNotContain("198.51", System.Text.Encoding.UTF8.GetString((document?.Content ?? default).Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tidy_AfterAnHour_DropsWhatNoLimitLooksAt()
    {
        await UseUpAsync("198.51.100.7");
        _time.Advance(TimeSpan.FromMinutes(30));
        await Limits().TakeAsync(Address("198.51.100.8"), TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(1, await Limits().TidyAsync(TestContext.Current.CancellationToken));
        Assert.Single(_documents.Names);
    }

    private Task<TimeSpan?> TakeAsync() => Limits().TakeAsync(Address("198.51.100.7"), CancellationToken.None);

    private async Task UseUpAsync(string? from, TimeSpan apart = default)
    {
        for (var i = 0; i < RequestLimits.MostAnHour; i++)
        {
            Assert.Null(await Limits().TakeAsync(Address(from), TestContext.Current.CancellationToken));
            _time.Advance(apart);
        }
    }

    private RequestLimits Limits() => new(
        new CurrentConfiguration(new AlertsConfiguration
        {
            Settings = new Settings { SigningKeys = [new Secret(Convert.ToBase64String("a key of at least thirty-two bytes"u8))] },
        }),
        _documents,
        _time);

    private static IPAddress? Address(string? text) => text is null ? null : IPAddress.Parse(text);
}
