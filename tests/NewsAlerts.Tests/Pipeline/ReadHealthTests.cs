using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Pipeline;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Configuration;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Pipeline;

public sealed class ReadHealthTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly MemoryDocuments _documents = new();
    private readonly RefreshConfiguration _refresh;
    private string _file = Reading.Right;

    public ReadHealthTests()
    {
        _refresh = new RefreshConfiguration(
            new CurrentConfiguration(new AlertsConfiguration()),
            _documents,
            new HostConfiguration(() => Encoding.UTF8.GetBytes(_file), _ => null),
            _time,
            NullLogger<RefreshConfiguration>.Instance);
    }

    public void Dispose() => _refresh.Dispose();

    [Fact]
    public async Task RunAsync_FeedNotYetPolled_IsWell()
    {
        await WriteShardAsync("a", DateTimeOffset.UnixEpoch);

        var health = await RunAsync();

        Assert.Equal(
            new ServiceHealth(true, "alerts.yaml", _time.GetUtcNow(), 0, Shards: 1, DueShards: 1, TimeSpan.Zero), health);
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public async Task RunAsync_PollsLate_IsIllAfterAnHour(int minutes, bool isWell)
    {
        await WriteShardAsync("a", _time.GetUtcNow().AddMinutes(-minutes));
        await WriteShardAsync("b", _time.GetUtcNow().AddMinutes(1));

        var health = await RunAsync();

        Assert.Equal((isWell, 2, 1), (health.IsWell, health.Shards, health.DueShards));
        Assert.Equal(TimeSpan.FromMinutes(minutes), health.LatePolls);
    }

    [Fact]
    public async Task RunAsync_ConfigurationRefused_IsIll()
    {
        _file = "feeds: [";

        var health = await RunAsync();

        Assert.Equal((false, null, 1), (health.IsWell, health.Origin, health.Mistakes));
    }

    private Task<ServiceHealth> RunAsync() =>
        new ReadHealth(_refresh, new FeedShards(_documents), _time).RunAsync(TestContext.Current.CancellationToken);

    private Task<Versioned<FeedShard>?> WriteShardAsync(string name, DateTimeOffset due) => new FeedShards(_documents).UpdateAsync(
        name,
        known: null,
        _ => new FeedShard { Feeds = [new FeedState { Url = $"https://{name}.example/", Due = due }] },
        TestContext.Current.CancellationToken);
}
