using System.Globalization;
using System.Net;
using NewsAlerts.Configuration;
using NewsAlerts.Http;
using NewsAlerts.Subscriptions;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Subscriptions;

public class RequestLimitsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly ManualTime _time = new();
    private readonly MemoryDocuments _documents = new();

    [Theory]
    [InlineData("198.51.100.7", "198.51.100.7", true)]
    [InlineData("198.51.100.7", "::ffff:198.51.100.7", true)]
    [InlineData("198.51.100.7", "198.51.100.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:ff::1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:102::1", false)]
    [InlineData(null, null, true)]
    [InlineData(null, "198.51.100.7", false)]
    public async Task Take_OtherAddress_SharesTheLimitOfItsNetwork(string? one, string? other, bool shares)
    {
        await UseUpAsync(one);

        Assert.Equal(shares ? TimeSpan.FromHours(1) : null, await Limits().TakeAsync(Address(other), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("198.51.{0}.{1}")]
    [InlineData("2001:db8:{0}:{1}00::1")]
    public async Task Take_ManyAddressesOfOneProvider_LeaveSomethingForOthers(string format)
    {
        var taken = 0;
        for (var i = 0; i < 1000; i++)
        {
            taken += await Limits().TakeAsync(Address(string.Format(CultureInfo.InvariantCulture, format, i / 100, i % 100)), Token) is null ? 1 : 0;
        }

        Assert.Equal(RequestLimits.MostOfANetwork, taken);
        Assert.Null(await Limits().TakeAsync(Address("203.0.113.1"), Token));
    }

    [Fact]
    public async Task Take_FromEverywhere_NoMoreThanTheMostOfAllInAnHour()
    {
        var taken = 0;
        for (var i = 0; i < 1000; i++)
        {
            taken += await Limits().TakeAsync(new IPAddress([(byte)(1 + (i / 250)), (byte)(i % 250), 1, 1]), Token) is null ? 1 : 0;
        }

        Assert.Equal(RequestLimits.MostOfAll, taken);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Null(await Limits().TakeAsync(Address("203.0.113.1"), Token));
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

        Assert.Equal(3, _documents.Names.Count);
        foreach (var name in _documents.Names)
        {
            var document = await _documents.ReadAsync(name, TestContext.Current.CancellationToken);
            Assert.Matches("^limits/[0-9a-f]{32}$", name);
            Assert.DoesNotContain("198.51", System.Text.Encoding.UTF8.GetString((document?.Content ?? default).Span), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Tidy_AfterAnHour_DropsWhatNoLimitLooksAt()
    {
        await UseUpAsync("198.51.100.7");
        _time.Advance(TimeSpan.FromMinutes(30));
        await Limits().TakeAsync(Address("198.51.100.8"), TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(1, await Limits().TidyAsync(TestContext.Current.CancellationToken));
        Assert.Equal(3, _documents.Names.Count);
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
