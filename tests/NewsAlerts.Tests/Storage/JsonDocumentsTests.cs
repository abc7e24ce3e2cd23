using NewsAlerts.Polling;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Storage;

public sealed class JsonDocumentsTests
{
    private readonly JsonDocuments<FeedShard> _documents = new(new MemoryDocuments(), PollingJson.Default.FeedShard);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task UpdateAsync_KnownVersionIsTheLatest_BeginsWithIt()
    {
        var known = await AddAsync(null, "a");
        Assert.NotNull(known);

        Assert.Equal(["a", "b"], Urls(await AddAsync(known, "b")));
    }

    [Fact]
    public async Task UpdateAsync_OthersHaveWrittenSince_BeginsWithWhatTheyWrote()
    {
        var known = await AddAsync(null, "a");
        await AddAsync(null, "b");

        Assert.Equal(["a", "b", "c"], Urls(await AddAsync(known, "c")));
    }

    [Fact]
    public async Task UpdateAsync_NothingToChangeAsFarAsKnown_AsksTheLatest()
    {
        var known = await AddAsync(null, "a");
        await AddAsync(null, "b");

        var updated = await _documents.UpdateAsync(
            "one", known, shard => shard?.Feeds.Count == 2 ? shard with { Feeds = [] } : null, Token);

        Assert.Equal([], Urls(updated));
    }

    private Task<Versioned<FeedShard>?> AddAsync(Versioned<FeedShard>? known, string url) => _documents.UpdateAsync(
        "one", known, shard => new FeedShard { Feeds = [.. shard?.Feeds ?? [], new FeedState { Url = url }] }, Token);

    private static IEnumerable<string>? Urls(Versioned<FeedShard>? shard) => shard?.Value.Feeds.Select(feed => feed.Url);
}
